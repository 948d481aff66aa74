package io.zhiwei.deploy.simulator;

import org.apache.avro.generic.IndexedRecord;

/**
 * An event as it arrives.
 *
 * @param at moment of arrival, milliseconds; later than the event where a shop uploads late
 * @param topic its stream
 * @param id its identifier at the source
 * @param event the event
 */
public record Arrival(long at, String topic, String id, IndexedRecord event) {}
