package io.zhiwei.jobs.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.testing.Ads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class EventWatermarksTest {

    private static final Instant NOW = Instant.parse("2026-03-10T00:00:00Z");
    private static final long ALLOWANCE = 30_000;

    private final List<Long> watermarks = new ArrayList<>();
    private final EventWatermarks.Generator generator =
            new EventWatermarks.Generator(ALLOWANCE, InstantSource.fixed(NOW));

    @Test
    void staysBehindTheLatestEventByTheAllowance() {
        see(NOW.minusSeconds(600));
        see(NOW.minusSeconds(900));

        assertThat(watermark()).isEqualTo(NOW.minusSeconds(600).toEpochMilli() - ALLOWANCE - 1);
    }

    @Test
    void doesNotFollowAClockThatIsAhead() {
        see(NOW.plus(Duration.ofHours(40)));

        assertThat(watermark()).isEqualTo(NOW.toEpochMilli() - ALLOWANCE - 1);
    }

    @Test
    void ignoresTimesThatNobodyBelieves() {
        see(Instant.parse("9999-01-01T00:00:00Z"));
        see(Instant.parse("1999-12-31T00:00:00Z"));
        generator.onEvent(Ads.message(0, new byte[0]), Long.MIN_VALUE, output());
        generator.onPeriodicEmit(output());

        assertThat(watermarks).isEmpty();
    }

    private void see(Instant eventTime) {
        generator.onEvent(Ads.message(0, new byte[0]), eventTime.toEpochMilli(), output());
    }

    private long watermark() {
        generator.onPeriodicEmit(output());
        return watermarks.get(watermarks.size() - 1);
    }

    private WatermarkOutput output() {
        return new WatermarkOutput() {
            @Override
            public void emitWatermark(Watermark watermark) {
                watermarks.add(watermark.getTimestamp());
            }

            @Override
            public void markIdle() {
                throw new AssertionError("the generator does not decide on idleness");
            }

            @Override
            public void markActive() {
                throw new AssertionError("the generator does not decide on idleness");
            }
        };
    }
}
