package io.zhiwei.jobs.testing;

import io.zhiwei.jobs.stream.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;

/** Sources of messages from memory. */
public final class ListSource {

    private ListSource() {}

    /** Returns a source that ends after the messages. */
    public static Source<StreamRecord, ?, ?> of(List<byte[]> messages) {
        ArrayList<byte[]> kept = new ArrayList<>(messages);
        return new DataGeneratorSource<>(
                index -> Ads.message(index, kept.get(index.intValue())),
                kept.size(),
                TypeInformation.of(StreamRecord.class));
    }

    /** Returns a source that goes on for ever: the messages once, then the last one again and again. */
    public static Source<StreamRecord, ?, ?> endless(List<byte[]> messages, double perSecond) {
        ArrayList<byte[]> kept = new ArrayList<>(messages);
        return new DataGeneratorSource<>(
                index -> Ads.message(index, kept.get((int) Math.min(index, kept.size() - 1))),
                Long.MAX_VALUE,
                RateLimiterStrategy.perSecond(perSecond),
                TypeInformation.of(StreamRecord.class));
    }
}
