package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.Event;
import io.zhiwei.jobs.stream.Refusals;
import io.zhiwei.jobs.stream.Stage;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.screening.Screening;
import io.zhiwei.schemas.DeadLetterReason;
import io.zhiwei.schemas.EventStream;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds every event against the models of its stream: findings go on, visits leave by the side. A screener that fails
 * on an event costs a dead letter, never a restart, and does not keep the other models from it.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class ScreenEvents extends ProcessFunction<Event, Findings> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = LoggerFactory.getLogger(ScreenEvents.class);

    private final String topic;
    private final EventScreener.Factory factory;

    private transient List<EventScreener> screeners;
    private transient Counter screened;
    private transient Counter failed;
    private transient Counter found;

    ScreenEvents(EventStream stream, EventScreener.Factory factory) {
        this.topic = stream.topic();
        this.factory = factory;
    }

    @Override
    public void open(OpenContext context) {
        screeners = factory.of(EventStream.ofTopic(topic));
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        screened = metrics.counter(Counters.SCREENED);
        failed = metrics.counter(Counters.SCREENING_FAILED);
        found = metrics.counter(Counters.FINDINGS);
    }

    @Override
    public void processElement(Event event, Context context, Collector<Findings> out) {
        screened.inc();
        for (EventScreener screener : screeners) {
            try {
                hand(screener.screen(event.avro()), context, out);
            } catch (RuntimeException | StackOverflowError failure) {
                refuse(event, failure, context);
            }
        }
    }

    private void hand(Screening screening, Context context, Collector<Findings> out) {
        for (Findings findings : screening.findings()) {
            if (!findings.findings().isEmpty()) {
                found.inc(findings.findings().size());
                out.collect(findings);
            }
        }
        screening.visits().forEach(visit -> context.output(SideOutputs.VISITS, visit));
    }

    private void refuse(Event event, Throwable failure, Context context) {
        if (failed.getCount() == 0) {
            // Once: the same defect may strike every event, and each has its dead letter.
            LOGGER.warn(
                    "screening failed topic={} partition={} offset={}",
                    event.source().topic(),
                    event.source().partition(),
                    event.source().offset(),
                    failure);
        }
        failed.inc();
        context.output(
                SideOutputs.DEAD_LETTERS,
                Refusals.ofRecord(
                        event.source(),
                        Stage.SCREEN,
                        DeadLetterReason.SCREENING_FAILED,
                        "A model failed on this event, which is a defect of the model or of Zhiwei: " + failure));
    }
}
