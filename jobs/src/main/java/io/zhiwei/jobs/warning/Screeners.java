package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.ModelUpdate;
import java.io.Serializable;
import java.util.List;

/** The screeners of a stream, which follow the versions of their models. */
interface Screeners {

    /** Returns one screener for each model that reads the stream now. */
    List<EventScreener> current();

    /** Follows an update that was found good. */
    void follow(ModelUpdate update);

    /** Travels with the job and makes the screeners of a stream where it runs. */
    @FunctionalInterface
    interface Factory extends Serializable {

        /**
         * Returns the screeners.
         *
         * @param registry where they look records up; may grow
         */
        Screeners of(EventStream stream, Registry registry);

        /** Makes the screeners of the library's models and of what came after. */
        static Factory from(Definitions definitions, ModelLoader loader) {
            return (stream, registry) -> new VersionedScreeners(stream, registry, definitions.versions(loader));
        }
    }
}
