package io.zhiwei.deploy.bench.throughput;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.DeadLetter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * A sink that counts and discards.
 *
 * @param <T> what arrives
 */
final class CountingSink<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>();
    }

    private static final class Writer<T> implements SinkWriter<T> {

        @Override
        public void write(T element, Context context) {
            if (element instanceof Alert) {
                Counts.ALERTS.increment();
            } else if (element instanceof DeadLetter) {
                Counts.DEAD_LETTERS.increment();
            }
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
