package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.Happening;
import io.zhiwei.deploy.simulator.Simulation;
import io.zhiwei.models.definition.Feed;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends a city's events in a thread of its own, as fast as the job takes them, so that it works on what has just happened.
 */
final class CityStreaming implements AutoCloseable {

    private static final long PAUSE_NANOS = 2_000_000;

    private final Simulation city;
    private final Set<String> topics;
    private final Pace pace;
    private final CitySenders senders;
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final SchemeReports reported = new SchemeReports();
    private final AtomicLong sent = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean over;
    private volatile @Nullable RuntimeException failure;

    /**
     * Prepares the sending.
     *
     * @param topics streams that some model reads; events of others stay away
     * @param pace how fast
     */
    CityStreaming(Simulation city, Set<String> topics, Pace pace, String bootstrapServers) {
        this.city = city;
        this.topics = topics;
        this.pace = pace;
        this.senders = new CitySenders(bootstrapServers);
        this.thread = new Thread(this::run, "city");
        thread.setDaemon(true);
    }

    /** Sends what the registers say before the first day, and waits until it is stored; the job starts after that. */
    long sendRegisters() {
        return sendUntil(happening -> !happening.stream().topic().equals(Feed.REGISTRY));
    }

    /** Sends everything that arrives before a moment, at once. */
    void sendUntil(Instant moment) {
        sendUntil(happening -> !happening.arrival().isBefore(moment));
    }

    /** Sends up to the first that is another, and that one too: a simulation cannot put it back. Returns how many came before it. */
    private long sendUntil(Predicate<Happening> another) {
        long before = 0;
        while (city.hasNext()) {
            Happening happening = city.next();
            send(happening);
            if (another.test(happening)) {
                break;
            }
            before++;
        }
        senders.flush();
        return before;
    }

    void start() {
        thread.start();
    }

    /** Tells how many events the job has read. */
    void hasRead(long events) {
        pace.look(sent.get() - events);
    }

    long sent() {
        return sent.get();
    }

    /** Returns when an event was sent, milliseconds; 0 where it belongs to no scheme. */
    long sentAt(String eventId) {
        return sentAt.getOrDefault(eventId, 0L);
    }

    /** Returns what is known of the reports of schemes. */
    SchemeReports reported() {
        return reported;
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
                for (long due = pace.take(System.nanoTime()); due > 0 && city.hasNext(); due--) {
                    send(city.next());
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            senders.flush();
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
        senders.send(happening);
        sent.incrementAndGet();
        if (!happening.mark().scheme().isEmpty()) {
            sentAt.put(happening.id(), System.currentTimeMillis());
            reported.note(happening);
        }
    }

    @Override
    public void close() {
        stopping = true;
        senders.close();
    }
}
