package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.Happening;
import io.zhiwei.deploy.simulator.Simulation;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.schemas.SingleObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends a city's events in a thread of its own, never further ahead of the job than a window, so that the job works on what has
 * just happened.
 */
final class CityStreaming implements AutoCloseable {

    private static final long PAUSE_NANOS = 2_000_000;

    private final Simulation city;
    private final Set<String> topics;
    private final long window;
    private final String bootstrapServers;
    private final Map<String, EventSender> senders = new HashMap<>();
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean over;
    private volatile @Nullable RuntimeException failure;

    /**
     * Prepares the sending.
     *
     * @param topics streams that some model reads; events of others stay away
     * @param window events that may be sent and not read yet
     */
    CityStreaming(Simulation city, Set<String> topics, long window, String bootstrapServers) {
        this.city = city;
        this.topics = topics;
        this.window = window;
        this.bootstrapServers = bootstrapServers;
        this.thread = new Thread(this::run, "city");
        thread.setDaemon(true);
    }

    /** Sends what the registers say before the first day, and waits until it is stored; the job starts after that. */
    long sendRegisters() {
        long records = 0;
        while (city.hasNext()) {
            Happening happening = city.next();
            send(happening);
            if (!happening.stream().topic().equals(Feed.REGISTRY)) {
                break;
            }
            records++;
        }
        senders.values().forEach(EventSender::flush);
        return records;
    }

    void start() {
        thread.start();
    }

    /** Tells how many events the job has read. */
    void hasRead(long events) {
        read.set(events);
    }

    long sent() {
        return sent.get();
    }

    /** Returns when an event was sent, milliseconds; 0 where it belongs to no scheme. */
    long sentAt(String eventId) {
        return sentAt.getOrDefault(eventId, 0L);
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
            while (!stopping && city.hasNext()) {
                while (!stopping && sent.get() - read.get() > window) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
                send(city.next());
            }
            senders.values().forEach(EventSender::flush);
            over = true;
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void send(Happening happening) {
        if (!topics.contains(happening.stream().topic())) {
            // No model reads it, so nothing would ever tell that it was read.
            return;
        }
        EventSender sender = senders.computeIfAbsent(
                happening.stream().topic(), topic -> new EventSender(happening.stream(), bootstrapServers));
        sender.send(happening.id(), SingleObject.encode(happening.record()));
        sent.incrementAndGet();
        if (!happening.mark().scheme().isEmpty()) {
            sentAt.put(happening.id(), System.currentTimeMillis());
        }
    }

    @Override
    public void close() {
        stopping = true;
        senders.values().forEach(EventSender::close);
    }
}
