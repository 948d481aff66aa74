package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.Event;
import io.zhiwei.jobs.stream.Refusals;
import io.zhiwei.jobs.stream.Stage;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.screening.Screening;
import io.zhiwei.schemas.DeadLetterReason;
import io.zhiwei.schemas.ModelUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds every event against the models of its stream: findings go on, visits leave by the side. A screener that fails
 * on an event costs a dead letter, never a restart, and does not keep the other models from it.
 */
final class ScreeningStage {

    private static final Logger LOGGER = LoggerFactory.getLogger(ScreeningStage.class);

    private final Screeners screeners;
    private final Counter screened;
    private final Counter failed;
    private final Counter found;

    ScreeningStage(Screeners screeners, MetricGroup metrics) {
        this.screeners = screeners;
        this.screened = metrics.counter(Counters.SCREENED);
        this.failed = metrics.counter(Counters.SCREENING_FAILED);
        this.found = metrics.counter(Counters.FINDINGS);
    }

    /** Where the context of an operator takes what leaves by the side. */
    interface Side {
        <T> void output(OutputTag<T> tag, T value);
    }

    /** Returns what the models make of an event. */
    List<Screening> screen(Event event, Side side) {
        screened.inc();
        return screen(event, failure -> refuse(event, failure, side));
    }

    /** Returns what the models make of an event that was screened before; one that fails had its dead letter then. */
    List<Screening> screenAgain(Event event) {
        return screen(event.packed(), failure -> failed.inc());
    }

    private List<Screening> screen(Event event, Consumer<Throwable> fails) {
        List<Screening> screenings = new ArrayList<>();
        for (EventScreener screener : screeners.current()) {
            try {
                screenings.addAll(screener.screen(event.avro()));
            } catch (RuntimeException | StackOverflowError failure) {
                fails.accept(failure);
            }
        }
        return screenings;
    }

    void follow(ModelUpdate update) {
        screeners.follow(update);
    }

    void hand(List<Screening> screenings, Side side, Collector<Findings> out) {
        for (Screening screening : screenings) {
            for (Findings findings : screening.findings()) {
                if (findings.says()) {
                    found.inc(findings.findings().size());
                    out.collect(findings);
                }
            }
            screening.visits().forEach(visit -> side.output(SideOutputs.VISITS, visit));
        }
    }

    private void refuse(Event event, Throwable failure, Side side) {
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
        side.output(
                SideOutputs.DEAD_LETTERS,
                Refusals.ofRecord(
                        event.source(),
                        Stage.SCREEN,
                        DeadLetterReason.SCREENING_FAILED,
                        "A model failed on this event, which is a defect of the model or of Zhiwei: " + failure));
    }
}
