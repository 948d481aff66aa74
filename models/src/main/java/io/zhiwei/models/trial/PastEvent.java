package io.zhiwei.models.trial;

import java.time.Instant;
import org.apache.avro.generic.IndexedRecord;

/**
 * A recorded event.
 *
 * @param topic its stream; {@link io.zhiwei.models.definition.Feed#REGISTRY} for a registry record
 * @param event what was recorded
 * @param time when it happened, or when it came where that is what is known
 */
public record PastEvent(String topic, IndexedRecord event, Instant time) {}
