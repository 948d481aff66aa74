package io.zhiwei.jobs.warning;

import io.zhiwei.models.keyed.Visit;
import io.zhiwei.models.screening.RegistryScreener;
import io.zhiwei.schemas.RegistryRecord;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Takes registry records to the entities whose events are compared with them. */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class VisitWithRecords extends ProcessFunction<RegistryRecord, Visit> {

    private static final long serialVersionUID = 1L;

    private final Definitions definitions;

    private transient List<RegistryScreener> screeners;

    VisitWithRecords(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public void open(OpenContext context) {
        screeners = definitions.models().stream().map(RegistryScreener::of).toList();
    }

    @Override
    public void processElement(RegistryRecord record, Context context, Collector<Visit> out) {
        screeners.forEach(screener -> screener.screen(record).forEach(out::collect));
    }
}
