package io.zhiwei.jobs.warning;

import io.zhiwei.models.screening.Screening;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;

/** One model's look at one event. */
@FunctionalInterface
interface EventScreener {

    /** Returns what each version of the model finds that judges the event; lists of findings may be empty. */
    List<Screening> screen(IndexedRecord event);
}
