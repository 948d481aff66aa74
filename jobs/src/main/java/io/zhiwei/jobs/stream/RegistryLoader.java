package io.zhiwei.jobs.stream;

import io.zhiwei.schemas.RegistryRecord;
import java.io.Serializable;
import java.util.function.Consumer;

/**
 * Reads all registry records that there are, before the first event: no event may meet an empty registry. Travels with the
 * job and works where it runs, after a restore too.
 */
@FunctionalInterface
public interface RegistryLoader extends Serializable {

    /** Hands over every record and marker, in the order of the topic. */
    void load(Consumer<RegistryRecord> sink);

    /** Returns a loader for models that need no registry. */
    static RegistryLoader none() {
        return sink -> {};
    }
}
