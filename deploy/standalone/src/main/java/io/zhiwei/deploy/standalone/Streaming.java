package io.zhiwei.deploy.standalone;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Sends a set of events in a thread of its own, at a speed or as fast as it can. */
final class Streaming implements AutoCloseable {

    private static final long SECOND = 1_000_000_000L;

    private final EventSet set;
    private final double speed;
    private final EventSender sender;
    private final Thread thread;
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean stopping;
    private volatile boolean over;
    private volatile @Nullable RuntimeException failure;

    /**
     * Connects to Kafka.
     *
     * @param speed events a second; 0 is as fast as it can
     */
    Streaming(EventSet set, double speed, String bootstrapServers) {
        this.set = set;
        this.speed = speed;
        this.sender = new EventSender(set.stream(), bootstrapServers);
        this.thread = new Thread(this::run, "streaming");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    long sent() {
        return sent.get();
    }

    /**
     * Returns whether every event is stored in Kafka.
     *
     * @throws RuntimeException if sending failed
     */
    boolean isOver() {
        RuntimeException problem = failure;
        if (problem != null) {
            throw problem;
        }
        return over;
    }

    private void run() {
        try {
            long start = System.nanoTime();
            for (GenericRecord event : set.events()) {
                waitUntil(start + due(sent.get()));
                if (stopping) {
                    return;
                }
                sender.send(event);
                sent.incrementAndGet();
            }
            sender.flush();
            over = true;
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private long due(long number) {
        return speed == 0 ? 0 : (long) (number * SECOND / speed);
    }

    private void waitUntil(long moment) {
        for (long left = moment - System.nanoTime(); left > 0 && !stopping; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, SECOND / 10));
        }
    }

    @Override
    public void close() {
        stopping = true;
        sender.close();
    }
}
