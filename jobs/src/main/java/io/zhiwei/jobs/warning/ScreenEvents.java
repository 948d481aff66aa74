package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.Event;
import io.zhiwei.jobs.stream.Reference;
import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.ModelUpdate;
import io.zhiwei.schemas.RegistryRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Screens the events of a stream. What the registry holds and which versions of the models there are is loaded before the first
 * event; what comes later is seen by later events.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() first.
final class ScreenEvents extends BroadcastProcessFunction<Event, Reference, Findings> {

    private static final long serialVersionUID = 1L;

    private final String topic;
    private final Screeners.Factory factory;
    private final RegistryLoader loader;

    private transient Registry registry;
    private transient ScreeningStage stage;

    /**
     * Prepares the screening.
     *
     * @param loader reads the registry, where some model looks records up
     */
    ScreenEvents(EventStream stream, Screeners.Factory factory, RegistryLoader loader) {
        this.topic = stream.topic();
        this.factory = factory;
        this.loader = loader;
    }

    @Override
    public void open(OpenContext context) {
        registry = new Registry();
        loader.load(registry::add);
        stage = new ScreeningStage(
                factory.of(EventStream.ofTopic(topic), registry),
                getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(Event event, ReadOnlyContext context, Collector<Findings> out) {
        stage.screen(event, context::output, out);
    }

    @Override
    public void processBroadcastElement(Reference reference, Context context, Collector<Findings> out) {
        if (reference.message() instanceof RegistryRecord record) {
            registry.add(record);
        } else if (reference.message() instanceof ModelUpdate update) {
            stage.follow(update);
        }
    }
}
