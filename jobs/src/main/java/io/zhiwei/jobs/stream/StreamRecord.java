package io.zhiwei.jobs.stream;

import org.jspecify.annotations.Nullable;

/**
 * A message as it lay on a topic, not looked at yet.
 *
 * @param topic topic
 * @param partition partition
 * @param offset offset
 * @param brokerTime timestamp given by the producer or the broker, milliseconds; not the event time
 * @param value the bytes; null for a message without a value
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of every message would be waste.
public record StreamRecord(String topic, int partition, long offset, long brokerTime, byte @Nullable [] value) {

    private static final byte[] NOTHING = {};

    /** Returns the bytes; none for a message without a value. */
    public byte[] bytes() {
        byte[] bytes = value;
        return bytes == null ? NOTHING : bytes;
    }
}
