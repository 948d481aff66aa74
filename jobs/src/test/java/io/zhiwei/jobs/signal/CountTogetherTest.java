package io.zhiwei.jobs.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.measure.disproportionality.TwoByTwo;
import io.zhiwei.models.measure.disproportionality.counting.Cell;
import io.zhiwei.models.measure.disproportionality.counting.CountChange;
import io.zhiwei.models.measure.disproportionality.counting.CountSeries;
import io.zhiwei.models.measure.disproportionality.counting.Populations;
import io.zhiwei.models.measure.disproportionality.counting.Step;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountTogetherTest {

    private static final Epochs EPOCHS = new Epochs(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(7));
    private static final String BOTH = Populations.both("B", "A");
    private static final Cell TOGETHER = new Cell("DRUG&", BOTH, "X");
    private static final long SWEEP = EPOCHS.sweepFrom(Reports.START.toEpochMilli());
    private static final long FIRST = SWEEP - Duration.ofDays(3).toMillis();
    private static final long SECOND = SWEEP - Duration.ofDays(2).toMillis();

    private KeyedBroadcastOperatorTestHarness<String, CountChange, Margin, PairCount> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static KeyedBroadcastOperatorTestHarness<String, CountChange, Margin, PairCount> harness()
            throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(new CountTogether(EPOCHS), List.of(CountPairs.MARGINS)),
                CountTogether::key,
                Types.STRING,
                1,
                1,
                0);
    }

    /** Odds alone 10/90 and 5/195, background 30/3,470: 16 of 100 where the added odds 0.1281 expect 11.36. */
    @Test
    void expectsWhatTheAddedRisksBring() throws Exception {
        reports(FIRST, 16, 26, 21);
        margins(FIRST);

        advance(FIRST);

        double odds = 10.0 / 90 + 5.0 / 195 - 30.0 / 3_470;
        assertThat(counts()).singleElement().satisfies(count -> {
            assertThat(count.cell()).isEqualTo(TOGETHER);
            assertThat(count.cumulative()).isEqualTo(new TwoByTwo(16, 84, 45, 3_755));
            assertThat(count.expected()).isCloseTo(100 * odds / (1 + odds), within(1e-9));
        });
    }

    @Test
    void twoReportsSayNothing() throws Exception {
        reports(FIRST, 2, 26, 21);
        margins(FIRST);

        advance(SWEEP);

        assertThat(counts()).isEmpty();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void theLastOfThreeThatIsTakenBackIsTold() throws Exception {
        reports(FIRST, 3, 26, 21);
        margins(FIRST);
        advance(FIRST);

        reports(SECOND, -1, -1, -1);
        advance(SECOND);

        assertThat(counts()).extracting(count -> count.cumulative().a()).containsExactly(3.0, 2.0);
    }

    @Test
    void theEndOfTheInputEndsTheSweeps() throws Exception {
        reports(FIRST, 3, 26, 21);
        margins(FIRST);

        advance(Long.MAX_VALUE);

        assertThat(counts()).extracting(PairCount::epoch).containsExactly(FIRST, SWEEP);
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void goesOnFromASnapshot() throws Exception {
        // Given
        reports(FIRST, 2, 26, 21);
        margins(FIRST);
        advance(FIRST);
        reports(SECOND, 1, 1, 1);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        // When
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        advance(SECOND);

        // Then
        assertThat(counts()).extracting(count -> count.cumulative().a()).containsExactly(3.0);
    }

    @Test
    void theOrderOfTheNamesDoesNotMatter() {
        assertThat(Populations.both("A", "B")).isEqualTo(BOTH);
        assertThat(Populations.parts(BOTH)).containsExactly("A", "B");
    }

    private void reports(long epoch, int together, int ofA, int ofB) throws Exception {
        change(TOGETHER, epoch, together);
        change(new Cell("DRUG", "A", "X"), epoch, ofA);
        change(new Cell("DRUG", "B", "X"), epoch, ofB);
    }

    private void change(Cell cell, long epoch, int by) throws Exception {
        harness.processElement(new CountChange(cell, Epochs.day(FIRST), new Step(by, 0, 0, 0)), epoch);
    }

    private void margins(long epoch) throws Exception {
        margin(Cell.ofProduct("DRUG&", BOTH), epoch, 100);
        margin(Cell.ofProduct("DRUG", "A"), epoch, 200);
        margin(Cell.ofProduct("DRUG", "B"), epoch, 300);
        margin(Cell.ofEvent("DRUG", "X"), epoch, 61);
        margin(Cell.all("DRUG"), epoch, 3_900);
    }

    private void margin(Cell cell, long epoch, int count) throws Exception {
        LocalDate day = Epochs.day(epoch);
        harness.processBroadcastElement(new Margin(cell.key(), epoch, CountSeries.EMPTY.plus(day, count, day)), epoch);
    }

    private void advance(long watermark) throws Exception {
        harness.processBroadcastWatermark(watermark);
        harness.processWatermark(watermark);
    }

    private List<PairCount> counts() {
        return harness.extractOutputValues();
    }
}
