package io.zhiwei.jobs.stream;

import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.EventTimeReader;
import java.io.Serializable;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Watermarks of each partition from the event times in its messages. Messages without a believable time do not count,
 * and a source whose clock is ahead cannot carry the watermark past our own clock: one such event would otherwise make
 * every honest one late.
 *
 * @param outOfOrderness how much later than its successors an event may arrive
 * @param idleness silence after which a partition no longer holds the others back
 * @param drift how far one partition may be ahead of the slowest
 */
public record EventWatermarks(Duration outOfOrderness, Duration idleness, Duration drift) implements Serializable {

    private static final String ALIGNMENT_GROUP = "events";
    private static final Duration ALIGNMENT_INTERVAL = Duration.ofMillis(500);

    /** Returns the strategy of a stream. */
    public WatermarkStrategy<StreamRecord> of(EventStream stream) {
        String topic = stream.topic();
        if (stream.derived()) {
            return WatermarkStrategy.<StreamRecord>forGenerator(context -> new Silence())
                    .withTimestampAssigner(context -> assigner(topic));
        }
        long allowance = outOfOrderness.toMillis();
        return WatermarkStrategy.<StreamRecord>forGenerator(context -> new Generator(allowance, InstantSource.system()))
                .withTimestampAssigner(context -> assigner(topic))
                .withIdleness(idleness)
                .withWatermarkAlignment(ALIGNMENT_GROUP, drift, ALIGNMENT_INTERVAL);
    }

    private static TimestampAssigner<StreamRecord> assigner(String topic) {
        EventTimeReader reader = new EventTimeReader(EventStream.ofTopic(topic));
        return (message, brokerTime) -> reader.read(message.bytes());
    }

    /** Says nothing about event time, and lets nobody wait for it. */
    static final class Silence implements WatermarkGenerator<StreamRecord> {

        @Override
        public void onEvent(StreamRecord message, long eventTime, WatermarkOutput output) {
            output.markIdle();
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.markIdle();
        }
    }

    /** Follows the latest believable event time of one partition. */
    static final class Generator implements WatermarkGenerator<StreamRecord> {

        private final long allowance;
        private final InstantSource clock;
        private long latest = Long.MIN_VALUE;

        Generator(long allowance, InstantSource clock) {
            this.allowance = allowance;
            this.clock = clock;
        }

        @Override
        public void onEvent(StreamRecord message, long eventTime, WatermarkOutput output) {
            if (eventTime <= latest) {
                return;
            }
            long now = clock.millis();
            if (EventTimeBounds.contain(eventTime, now)) {
                latest = Math.max(latest, Math.min(eventTime, now));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            if (latest != Long.MIN_VALUE) {
                output.emitWatermark(new Watermark(latest - allowance - 1));
            }
        }
    }
}
