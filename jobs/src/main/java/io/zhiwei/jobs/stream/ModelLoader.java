package io.zhiwei.jobs.stream;

import io.zhiwei.schemas.ModelUpdate;
import java.io.Serializable;
import java.util.function.Consumer;

/**
 * Reads all model updates that there are: before the first event, so that none is judged by a version that was replaced long
 * ago, and wherever a version is met of which nobody has told yet. Travels with the job and works where it runs.
 */
@FunctionalInterface
public interface ModelLoader extends Serializable {

    /** Hands over every update, refused ones too, in the order of the topic. */
    void load(Consumer<ModelUpdate> sink);

    /** Returns a loader where nothing but the library counts. */
    static ModelLoader none() {
        return sink -> {};
    }
}
