package io.zhiwei.jobs.stream;

import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.DeadLetterReason;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/** Writes down why a message was refused. */
public final class Refusals {

    /** Number of bytes of a message that a dead letter keeps. */
    public static final int MAX_PAYLOAD = 64 * 1024;

    private static final int MAX_MESSAGE = 1_000;
    private static final int NOWHERE = -1;

    private Refusals() {}

    /** Returns the dead letter of a message from a topic. */
    public static DeadLetter ofRecord(StreamRecord source, Stage stage, DeadLetterReason reason, String message) {
        return letter(source.topic(), stage, reason, message, source.bytes())
                .setPartition(source.partition())
                .setOffset(source.offset())
                .build();
    }

    /** Returns the dead letter of something that has no position of its own, e.g. a document. */
    public static DeadLetter ofOther(
            String origin, Stage stage, DeadLetterReason reason, String message, byte[] payload) {
        return letter(origin, stage, reason, message, payload)
                .setPartition(NOWHERE)
                .setOffset(NOWHERE)
                .build();
    }

    private static DeadLetter.Builder letter(
            String topic, Stage stage, DeadLetterReason reason, String message, byte[] payload) {
        byte[] kept = payload.length > MAX_PAYLOAD ? Arrays.copyOf(payload, MAX_PAYLOAD) : payload;
        return DeadLetter.newBuilder()
                .setTopic(topic)
                .setStage(stage.word())
                .setReason(reason)
                .setMessage(message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message)
                .setRefusedAt(Instant.now())
                .setSize(payload.length)
                .setPayload(ByteBuffer.wrap(kept));
    }
}
