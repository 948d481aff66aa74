package io.zhiwei.jobs.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.measure.disproportionality.TwoByTwo;
import io.zhiwei.models.measure.disproportionality.counting.Cell;
import io.zhiwei.models.measure.disproportionality.counting.CountChange;
import io.zhiwei.models.measure.disproportionality.counting.CountSeries;
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

class CountPairsTest {

    private static final Epochs EPOCHS = new Epochs(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(7));
    private static final Cell PAIR = new Cell("DRUG", "A", "X");
    private static final long SWEEP = EPOCHS.sweepFrom(Reports.START.toEpochMilli());
    private static final long FIRST = SWEEP - Duration.ofDays(3).toMillis();
    private static final long SECOND = SWEEP - Duration.ofDays(2).toMillis();

    private KeyedBroadcastOperatorTestHarness<String, PairStep, Margin, PairCount> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static KeyedBroadcastOperatorTestHarness<String, PairStep, Margin, PairCount> harness() throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(new CountPairs(EPOCHS), List.of(CountPairs.MARGINS)),
                step -> step.cell().key(),
                Types.STRING,
                1,
                1,
                0);
    }

    @Test
    void waitsForTheMarginsOfTheEpoch() throws Exception {
        step(1, FIRST);
        harness.processWatermark(FIRST);
        assertThat(harness.extractOutputValues()).isEmpty();

        margins(FIRST, 3, 4, 10);
        harness.processBroadcastWatermark(FIRST);

        assertThat(counts()).singleElement().satisfies(count -> {
            assertThat(count.epoch()).isEqualTo(FIRST);
            assertThat(count.cumulative()).isEqualTo(new TwoByTwo(1, 2, 3, 4));
            assertThat(count.ninetyDays()).isEqualTo(new TwoByTwo(1, 2, 3, 4));
        });
    }

    @Test
    void marginsOfALaterEpochChangeNothingInAnEarlierOne() throws Exception {
        step(1, FIRST);
        margins(FIRST, 3, 4, 10);
        margins(SECOND, 30, 40, 100);

        advance(FIRST);

        assertThat(counts()).extracting(PairCount::cumulative).containsExactly(new TwoByTwo(1, 2, 3, 4));
    }

    @Test
    void stepsOfALaterEpochWaitForIt() throws Exception {
        step(1, SECOND);
        step(1, FIRST);
        margins(FIRST, 3, 4, 10);
        margins(SECOND, 4, 5, 12);

        advance(SECOND);

        assertThat(counts())
                .extracting(PairCount::cumulative)
                .containsExactly(new TwoByTwo(1, 2, 3, 4), new TwoByTwo(2, 2, 3, 5));
    }

    @Test
    void anUnchangedPairIsHandedOnAtEverySweep() throws Exception {
        step(1, FIRST);
        margins(FIRST, 3, 4, 10);
        advance(FIRST);
        margins(SECOND, 4, 4, 11);

        advance(SWEEP);
        advance(EPOCHS.sweepAfter(SWEEP));

        assertThat(counts()).extracting(PairCount::epoch).containsExactly(FIRST, SWEEP, EPOCHS.sweepAfter(SWEEP));
        assertThat(counts().get(1).cumulative()).isEqualTo(new TwoByTwo(1, 3, 3, 4));
    }

    @Test
    void aPairThatWasTakenBackIsToldOnceAndForgotten() throws Exception {
        step(1, FIRST);
        margins(FIRST, 3, 4, 10);
        advance(FIRST);
        step(-1, SECOND);
        margins(SECOND, 2, 3, 9);
        advance(SECOND);

        advance(EPOCHS.sweepAfter(SWEEP));

        assertThat(counts()).extracting(count -> count.cumulative().a()).containsExactly(1.0, 0.0);
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void theEndOfTheInputEndsTheSweeps() throws Exception {
        step(1, FIRST);
        margins(FIRST, 3, 4, 10);

        advance(Long.MAX_VALUE);

        assertThat(counts()).extracting(PairCount::epoch).containsExactly(FIRST, SWEEP);
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void goesOnFromASnapshot() throws Exception {
        // Given
        step(1, FIRST);
        margins(FIRST, 3, 4, 10);
        advance(FIRST);
        step(1, SECOND);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        // When
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        margins(SECOND, 4, 5, 12);
        advance(SECOND);

        // Then
        assertThat(counts()).extracting(PairCount::cumulative).containsExactly(new TwoByTwo(2, 2, 3, 5));
    }

    @Test
    void aSeriousReportIsLookedAtAheadWithTheMarginsOfTheEpochBeforeAndNotCounted() throws Exception {
        step(2, FIRST);
        margins(FIRST, 3, 4, 10);
        advance(FIRST);

        CountChange change = new CountChange(PAIR, Epochs.day(SECOND), new Step(1, 1, 0, 1));
        harness.processElement(PairStep.ahead(change, SECOND), SECOND - 5_000);

        assertThat(counts()).hasSize(2);
        PairCount ahead = counts().get(1);
        assertThat(ahead.ahead()).isTrue();
        assertThat(ahead.epoch()).isEqualTo(SECOND);
        assertThat(ahead.cumulative()).isEqualTo(new TwoByTwo(3, 1, 2, 5));
        assertThat(ahead.course().serious()).isEqualTo(1);
        advance(SECOND);
        assertThat(counts()).hasSize(2);
        assertThat(harness.numEventTimeTimers()).isEqualTo(1);
    }

    private void step(int by, long epoch) throws Exception {
        harness.processElement(PairStep.of(new CountChange(PAIR, Epochs.day(FIRST), new Step(by, 0, 0, 0))), epoch);
    }

    private void margins(long epoch, int product, int event, int all) throws Exception {
        margin(Cell.ofProduct("DRUG", "A"), epoch, product);
        margin(Cell.ofEvent("DRUG", "X"), epoch, event);
        margin(Cell.all("DRUG"), epoch, all);
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
