package io.zhiwei.jobs.warning;

import io.zhiwei.models.definition.Model;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.models.screening.Screener;
import io.zhiwei.models.screening.Screening;
import io.zhiwei.schemas.EventStream;
import java.io.Serializable;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;

/** One model's look at one event. */
@FunctionalInterface
interface EventScreener {

    /** Returns what the model finds; its list of findings may be empty. */
    Screening screen(IndexedRecord event);

    /** Travels with the job and makes the screeners of a stream where it runs. */
    @FunctionalInterface
    interface Factory extends Serializable {

        /**
         * Returns the screeners.
         *
         * @param registry where they look records up; may grow
         */
        List<EventScreener> of(EventStream stream, Registry registry);

        /** Makes one screener for each model that reads the stream. */
        static Factory from(Definitions definitions) {
            return (stream, registry) -> definitions.models().stream()
                    .filter(model -> model.on(stream.topic()).isPresent())
                    .map(model -> screener(model, stream, registry))
                    .toList();
        }

        private static EventScreener screener(Model model, EventStream stream, Registry registry) {
            return Screener.of(model, stream.topic(), stream.schema(), registry)::screen;
        }
    }
}
