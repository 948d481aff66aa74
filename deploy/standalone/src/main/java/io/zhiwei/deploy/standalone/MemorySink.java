package io.zhiwei.deploy.standalone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * A sink that counts what arrives in this JVM, and keeps it where asked to.
 *
 * @param <T> what arrives
 */
final class MemorySink<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;
    private static final Map<String, List<Arrival<?>>> KEPT = new ConcurrentHashMap<>();
    private static final Map<String, AtomicLong> COUNTS = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final boolean keeps;

    MemorySink(boolean keeps) {
        this.keeps = keeps;
        KEPT.put(id, Collections.synchronizedList(new ArrayList<>()));
        COUNTS.put(id, new AtomicLong());
    }

    /**
     * What arrived.
     *
     * @param element the element
     * @param time when, event time in milliseconds
     */
    record Arrival<T>(T element, long time) {}

    /** Returns what was kept, in order of arrival. */
    @SuppressWarnings("unchecked") // Only writers of this sink add to its list.
    List<Arrival<T>> arrivals() {
        return (List<Arrival<T>>) (List<?>) KEPT.getOrDefault(id, List.of());
    }

    /** Returns how many came. */
    long count() {
        return COUNTS.getOrDefault(id, new AtomicLong()).get();
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        List<Arrival<?>> kept = KEPT.computeIfAbsent(id, none -> Collections.synchronizedList(new ArrayList<>()));
        AtomicLong count = COUNTS.computeIfAbsent(id, none -> new AtomicLong());
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context writing) {
                count.incrementAndGet();
                if (keeps) {
                    Long time = writing.timestamp();
                    kept.add(new Arrival<>(element, time == null ? 0 : time));
                }
            }

            @Override
            public void flush(boolean endOfInput) {
                // Nothing waits.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
