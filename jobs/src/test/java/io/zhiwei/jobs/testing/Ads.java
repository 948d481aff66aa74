package io.zhiwei.jobs.testing;

import io.zhiwei.jobs.stream.Event;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.schemas.Advertisement;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import io.zhiwei.schemas.SingleObject;
import java.time.Instant;

/** Advertisements and the messages that carry them. */
public final class Ads {

    /** Event time of the samples. */
    public static final Instant TIME = Instant.parse("2026-03-04T02:00:00Z");

    private Ads() {}

    /** Returns an advertisement. */
    public static Advertisement ad(String id, Instant time, String text) {
        return Advertisement.newBuilder()
                .setAdId(id)
                .setPublishedAt(time)
                .setText(text)
                .setUrl("https://page.example/" + id)
                .setAdvertiserName("青禾堂")
                .setRegionCode("420704")
                .build();
    }

    /** Returns the bytes of an advertisement. */
    public static byte[] bytes(String id, Instant time, String text) {
        return SingleObject.encode(ad(id, time, text));
    }

    /** Returns a message at an offset. */
    public static StreamRecord message(long offset, byte[] value) {
        return new StreamRecord(EventStream.ADVERTISEMENTS.topic(), 0, offset, 0, value);
    }

    /** Returns a decoded event. */
    public static Event event(String id, Instant time, String text) {
        MessageReader<org.apache.avro.generic.IndexedRecord> reader =
                MessageReader.generic(EventStream.ADVERTISEMENTS.schema());
        byte[] bytes = bytes(id, time, text);
        try {
            return Event.decoded(message(0, bytes), reader, reader.read(bytes));
        } catch (RefusedMessageException e) {
            throw new AssertionError(e);
        }
    }
}
