package io.zhiwei.jobs.testing;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * A sink that collects very many in this JVM, to be taken out once the job has ended.
 *
 * @param <T> what arrives
 */
public final class BulkSink<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;
    private static final Map<String, Queue<Object>> COLLECTED = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();

    /** Takes out what came. */
    @SuppressWarnings("unchecked") // Only writers of this sink add to its queue.
    public List<T> take() {
        Queue<Object> collected = COLLECTED.remove(id);
        return collected == null ? List.of() : (List<T>) List.copyOf(collected);
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        Queue<Object> collected = COLLECTED.computeIfAbsent(id, key -> new ConcurrentLinkedQueue<>());
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context writing) {
                collected.add(element);
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
