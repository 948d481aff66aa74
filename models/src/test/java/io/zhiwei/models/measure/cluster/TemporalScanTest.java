package io.zhiwei.models.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.measure.cluster.TemporalScan.Crowding;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemporalScanTest {

    private static final int DAYS = 60;

    /** Vectors of the specification, section 8. */
    @ParameterizedTest
    @CsvSource({"8, 20, 2, 6.224774", "5, 30, 1, 4.336689", "12, 40, 6, 2.881398", "2, 10, 2, 0"})
    void comparesAStretchWithTheRest(double observed, double total, double expected, double statistic) {
        assertThat(TemporalScan.statistic(observed, total, expected)).isCloseTo(statistic, within(5e-7));
    }

    @Test
    void findsTheStretchThatCrowds() {
        int[] counts = background(1);
        counts[30] += 4;
        counts[31] += 5;
        counts[32] += 4;

        Crowding crowding = TemporalScan.anywhere(TemporalScan.even(DAYS)).scan(counts, TemporalScan.DRAWS, 7);

        assertThat(crowding.firstDay()).isBetween(29, 30);
        assertThat(crowding.lastDay()).isBetween(32, 33);
        assertThat(crowding.p()).isEqualTo(0.001);
        assertThat(crowding.recurrenceDays()).isEqualTo(1_000);
    }

    @Test
    void lookingAtTodayIgnoresWhatIsOver() {
        int[] counts = background(1);
        counts[30] += 13;

        Crowding crowding = TemporalScan.untilToday(TemporalScan.even(DAYS)).scan(counts, TemporalScan.DRAWS, 7);

        assertThat(crowding.lastDay()).isEqualTo(DAYS - 1);
        assertThat(crowding.p()).isGreaterThan(0.01);
    }

    @Test
    void aSeasonIsNoCluster() {
        double[] shares = TemporalScan.even(DAYS);
        Arrays.fill(shares, 40, DAYS, 5);
        int[] counts = new int[DAYS];
        for (int day = 0; day < DAYS; day++) {
            counts[day] = (int) shares[day];
        }

        assertThat(TemporalScan.anywhere(shares).scan(counts, 199, 7).p()).isGreaterThan(0.5);
        assertThat(TemporalScan.anywhere(TemporalScan.even(DAYS))
                        .scan(counts, 199, 7)
                        .p())
                .isEqualTo(0.005);
    }

    @Test
    void sameCountsAndSeedSayTheSame() {
        TemporalScan scan = TemporalScan.anywhere(TemporalScan.even(DAYS));

        assertThat(scan.scan(background(3), 99, 5)).isEqualTo(scan.scan(background(3), 99, 5));
    }

    @Test
    void refusesDaysWithoutShares() {
        assertThatThrownBy(() -> TemporalScan.anywhere(0, 0)).hasMessageContaining("give each day");
        assertThatThrownBy(() -> TemporalScan.anywhere(1, 1).scan(new int[3], 9, 1))
                .hasMessageContaining("one for each");
    }

    private static int[] background(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] counts = new int[DAYS];
        for (int i = 0; i < DAYS; i++) {
            counts[random.nextInt(DAYS)]++;
        }
        return counts;
    }
}
