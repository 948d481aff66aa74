package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.Refusals;
import io.zhiwei.jobs.stream.Stage;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import io.zhiwei.schemas.RegistryRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Turns messages into registry records. Every message becomes exactly one record or one dead letter; none is too late. */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class DecodeRecords extends ProcessFunction<StreamRecord, RegistryRecord> {

    private static final long serialVersionUID = 1L;

    private transient MessageReader<RegistryRecord> reader;

    @Override
    public void open(OpenContext context) {
        reader = MessageReader.specific(RegistryRecord.getClassSchema());
    }

    @Override
    public void processElement(StreamRecord message, Context context, Collector<RegistryRecord> out) {
        try {
            out.collect(reader.read(message.bytes()));
        } catch (RefusedMessageException refusal) {
            context.output(
                    SideOutputs.DEAD_LETTERS,
                    Refusals.ofRecord(message, Stage.DECODE, refusal.reason(), refusal.getMessage()));
        }
    }
}
