package io.zhiwei.jobs.signal;

import io.zhiwei.jobs.stream.Refusals;
import io.zhiwei.jobs.stream.Stage;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.models.measure.disproportionality.counting.ReportVersion;
import io.zhiwei.schemas.AdverseReactionReport;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Turns messages into versions of reports. Every message becomes exactly one version or one dead letter. */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class DecodeReports extends ProcessFunction<StreamRecord, ReportVersion> {

    private static final long serialVersionUID = 1L;

    private transient MessageReader<AdverseReactionReport> reader;
    private transient Counter read;
    private transient Counter undecodable;

    @Override
    public void open(OpenContext context) {
        reader = MessageReader.specific(AdverseReactionReport.getClassSchema());
        read = getRuntimeContext().getMetricGroup().counter(Counters.REPORTS);
        undecodable = getRuntimeContext().getMetricGroup().counter(Counters.UNDECODABLE);
    }

    @Override
    public void processElement(StreamRecord message, Context context, Collector<ReportVersion> out) {
        read.inc();
        try {
            out.collect(ReportReader.read(
                    reader.read(message.bytes()), context.timerService().currentProcessingTime()));
        } catch (RefusedMessageException refusal) {
            undecodable.inc();
            context.output(
                    SideOutputs.DEAD_LETTERS,
                    Refusals.ofRecord(message, Stage.DECODE, refusal.reason(), refusal.getMessage()));
        }
    }
}
