package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.Event;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.schemas.EventStream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Screens the events of a stream whose models look nothing up. */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class ScreenEvents extends ProcessFunction<Event, Findings> {

    private static final long serialVersionUID = 1L;

    private final String topic;
    private final EventScreener.Factory factory;

    private transient ScreeningStage stage;

    ScreenEvents(EventStream stream, EventScreener.Factory factory) {
        this.topic = stream.topic();
        this.factory = factory;
    }

    @Override
    public void open(OpenContext context) {
        stage = new ScreeningStage(
                factory.of(EventStream.ofTopic(topic), new Registry()),
                getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(Event event, Context context, Collector<Findings> out) {
        stage.screen(event, context::output, out);
    }
}
