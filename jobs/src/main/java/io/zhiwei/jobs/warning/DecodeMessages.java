package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.Refusals;
import io.zhiwei.jobs.stream.Stage;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Turns messages of one contract into what the graph works with. Every message becomes exactly one of these or one dead letter;
 * none is too late.
 *
 * @param <T> class of the contract
 * @param <O> what the graph works with
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class DecodeMessages<T extends SpecificRecordBase, O> extends ProcessFunction<StreamRecord, O> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final SerializableFunction<T, O> as;

    private transient MessageReader<T> reader;

    DecodeMessages(Class<T> type, SerializableFunction<T, O> as) {
        this.type = type;
        this.as = as;
    }

    @Override
    public void open(OpenContext context) {
        reader = MessageReader.specific(SpecificData.get().getSchema(type));
    }

    @Override
    public void processElement(StreamRecord message, Context context, Collector<O> out) {
        try {
            out.collect(as.apply(reader.read(message.bytes())));
        } catch (RefusedMessageException refusal) {
            context.output(
                    SideOutputs.DEAD_LETTERS,
                    Refusals.ofRecord(message, Stage.DECODE, refusal.reason(), refusal.getMessage()));
        }
    }
}
