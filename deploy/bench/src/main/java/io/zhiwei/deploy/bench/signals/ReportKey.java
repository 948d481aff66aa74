package io.zhiwei.deploy.bench.signals;

import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.schemas.AdverseReactionReport;
import io.zhiwei.schemas.MessageReader;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Decodes whole reports with the reader of the job and keeps the identifier. */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class ReportKey extends RichMapFunction<StreamRecord, String> {

    private static final long serialVersionUID = 1L;

    private transient MessageReader<AdverseReactionReport> reader;

    @Override
    public void open(OpenContext context) {
        reader = MessageReader.specific(AdverseReactionReport.getClassSchema());
    }

    @Override
    public String map(StreamRecord message) throws Exception {
        return reader.read(message.bytes()).getReportId();
    }
}
