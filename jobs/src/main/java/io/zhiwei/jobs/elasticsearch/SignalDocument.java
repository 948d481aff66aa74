package io.zhiwei.jobs.elasticsearch;

import io.zhiwei.schemas.Signal;
import java.util.Set;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.base.sink.writer.ElementConverter;

/**
 * The document of a signal: every field, id = hash of pair and epoch, version = epoch. A replay writes the same id again and
 * changes nothing.
 */
public final class SignalDocument implements ElementConverter<Signal, DocumentWrite> {

    /** Index of the signals. */
    public static final String INDEX = "zhiwei-signals";

    private static final long serialVersionUID = 1L;

    @Override
    public DocumentWrite apply(Signal signal, SinkWriter.Context context) {
        return of(signal);
    }

    static DocumentWrite of(Signal signal) {
        return new DocumentWrite(
                INDEX, signal.getSignalId(), signal.getEpoch().toEpochMilli(), AvroJson.document(signal, Set.of()));
    }
}
