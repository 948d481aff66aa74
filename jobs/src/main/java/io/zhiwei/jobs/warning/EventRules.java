package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.EventTimeBounds;
import io.zhiwei.schemas.DeadLetterReason;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.RefusedMessageException;
import java.time.Instant;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** What a readable record must fulfil to be an event. */
final class EventRules {

    /** Bytes that a message has at most. */
    static final int MAX_MESSAGE_BYTES = 1 << 20;

    /** UTF-16 units that a text has at most. */
    static final int MAX_TEXT_LENGTH = 200_000;

    private final EventStream stream;

    EventRules(EventStream stream) {
        this.stream = stream;
    }

    void checkSize(byte[] message) throws RefusedMessageException {
        if (message.length > MAX_MESSAGE_BYTES) {
            throw new RefusedMessageException(
                    DeadLetterReason.TOO_LARGE,
                    "The message has " + message.length + " bytes, at most " + MAX_MESSAGE_BYTES
                            + " are taken: send long texts in parts");
        }
    }

    void check(IndexedRecord event, long now) throws RefusedMessageException {
        checkId(event.get(stream.idField()));
        checkTime(event.get(stream.timeField()), now);
        for (Schema.Field field : event.getSchema().getFields()) {
            checkTexts(field.name(), event.get(field.pos()));
        }
    }

    private void checkId(@Nullable Object id) throws RefusedMessageException {
        if (id == null || id.toString().isBlank()) {
            throw new RefusedMessageException(
                    DeadLetterReason.MISSING_FIELD,
                    name(stream.idField()) + " is empty: every event needs the identifier that its source gave it");
        }
    }

    private void checkTime(@Nullable Object time, long now) throws RefusedMessageException {
        if (!(time instanceof Long millis)) {
            throw new RefusedMessageException(
                    DeadLetterReason.MISSING_FIELD, name(stream.timeField()) + " is empty: every event needs its time");
        }
        if (!EventTimeBounds.contain(millis, now)) {
            throw new RefusedMessageException(
                    DeadLetterReason.INVALID_TIME,
                    name(stream.timeField()) + " is " + Instant.ofEpochMilli(millis) + ", expected "
                            + EventTimeBounds.EARLIEST + " to " + EventTimeBounds.AHEAD.toDays()
                            + " days from now: give milliseconds since 1970 and check the source's clock");
        }
    }

    private static void checkTexts(String field, @Nullable Object value) throws RefusedMessageException {
        if (value instanceof CharSequence text && text.length() > MAX_TEXT_LENGTH) {
            throw new RefusedMessageException(
                    DeadLetterReason.TOO_LARGE,
                    field + " has " + text.length() + " characters, at most " + MAX_TEXT_LENGTH
                            + " are taken: send long texts in parts");
        }
        if (value instanceof Collection<?> values) {
            for (Object element : values) {
                checkTexts(field, element);
            }
        }
    }

    private String name(int position) {
        return stream.schema().getFields().get(position).name();
    }
}
