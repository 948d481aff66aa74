package io.zhiwei.jobs.stream;

import io.zhiwei.schemas.ModelUpdate;
import io.zhiwei.schemas.RegistryRecord;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What events are held against and what changes while they flow: a registry record or a model update.
 *
 * @param message the one or the other
 */
public record Reference(SpecificRecordBase message) {

    /** Makes one of a registry record. */
    public static Reference of(RegistryRecord record) {
        return new Reference(record);
    }

    /** Makes one of a model update. */
    public static Reference of(ModelUpdate update) {
        return new Reference(update);
    }
}
