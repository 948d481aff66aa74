package io.zhiwei.jobs.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.jobs.stream.MessageType;
import io.zhiwei.models.measure.disproportionality.TwoByTwo;
import io.zhiwei.models.measure.disproportionality.counting.Cell;
import io.zhiwei.models.measure.disproportionality.counting.PairCourse;
import io.zhiwei.models.measure.disproportionality.gps.MixturePrior;
import io.zhiwei.models.measure.disproportionality.standing.FalseShares;
import io.zhiwei.schemas.Signal;
import io.zhiwei.schemas.SignalChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vectors of the specification, section 7, in the signal that leaves. */
class MeasurePairsTest {

    private static final MixturePrior CAERS =
            new MixturePrior(3.25379356, 0.39988854, 2.02612692, 1.90807970, 0.06534557);
    private static final PairCourse QUIET = new PairCourse(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final long FIRST = Reports.START.toEpochMilli() - 1;
    private static final long SECOND = FIRST + Duration.ofDays(1).toMillis();

    private KeyedBroadcastOperatorTestHarness<String, PairCount, Prior, Signal> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static KeyedBroadcastOperatorTestHarness<String, PairCount, Prior, Signal> harness() throws Exception {
        KeyedBroadcastOperatorTestHarness<String, PairCount, Prior, Signal> harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        new CoBroadcastWithKeyedOperator<>(new MeasurePairs(), List.of(MeasurePairs.PRIORS)),
                        count -> count.cell().key(),
                        Types.STRING,
                        1,
                        1,
                        0);
        harness.setup(MessageType.SIGNAL.createSerializer(new SerializerConfigImpl()));
        return harness;
    }

    @Test
    void measuresUnderThePriorOfItsEpoch() throws Exception {
        harness.processElement(count(FIRST), FIRST);
        harness.processBroadcastElement(prior("DRUG", FIRST, CAERS), FIRST);
        harness.processBroadcastElement(prior("DRUG", SECOND, MixturePrior.DUMOUCHEL_1999), SECOND);
        assertThat(harness.extractOutputValues()).isEmpty();

        advance(FIRST);

        Signal signal = harness.extractOutputValues().get(0);
        assertThat(signal.getThetaEpoch()).isEqualTo(Instant.ofEpochMilli(FIRST));
        assertThat(signal.getEbgm()).isCloseTo(8.2059, within(5e-5));
        assertThat(signal.getEb05()).isCloseTo(4.5539, within(5e-5));
        assertThat(signal.getPrr()).isCloseTo(9.9, within(5e-5));
        assertThat(signal.getRor025()).isCloseTo(5.5034, within(5e-5));
        assertThat(signal.getChi2Yates()).isCloseTo(65.514, within(5e-4));
        assertThat(signal.getIc025()).isCloseTo(1.68410, within(5e-6));
        assertThat(signal.getBcpnn()).isCloseTo(2.32191, within(5e-6));
        assertThat(signal.getYuleQ()).isCloseTo(0.83178, within(5e-6));
        assertThat(signal.getCriteria()).containsExactly("EVANS", "ROR", "IC", "EBGM");
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void measuresUnderThePriorOfDuMouchelForWantOfOne() throws Exception {
        harness.processElement(count(FIRST), FIRST);
        harness.processBroadcastElement(prior("DEVICE", FIRST, CAERS), FIRST);

        advance(FIRST);

        Signal signal = harness.extractOutputValues().get(0);
        assertThat(signal.getThetaEpoch()).isNull();
        assertThat(signal.getEbgm()).isCloseTo(7.9153, within(5e-5));
    }

    @Test
    void aPriorHoldsUntilTheNextAfterASnapshotToo() throws Exception {
        harness.processBroadcastElement(prior("DRUG", FIRST, CAERS), FIRST);
        advance(FIRST);
        harness.processElement(count(SECOND), SECOND);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        advance(SECOND);

        assertThat(harness.extractOutputValues())
                .singleElement()
                .satisfies(signal -> assertThat(signal.getEbgm()).isCloseTo(8.2059, within(5e-5)));
    }

    @Test
    void whatIsUndefinedIsLeftOut() throws Exception {
        TwoByTwo nobodyElse = new TwoByTwo(3, 27, 0, 970);
        Cell cell = new Cell("DRUG", "A", "X");
        harness.processElement(count(cell, FIRST, nobodyElse), FIRST);

        advance(FIRST);

        Signal signal = harness.extractOutputValues().get(0);
        assertThat(signal.getPrr()).isNull();
        assertThat(signal.getRor()).isNull();
        assertThat(signal.getCriteria()).containsExactly("EVANS", "IC", "EBGM");
    }

    @Test
    void whatStandsOutAheadIsToldAtOnceAndAgainWhenItsEpochEnds() throws Exception {
        harness.processBroadcastElement(believing(FIRST), FIRST);
        advance(FIRST);

        harness.processElement(ahead(SECOND), SECOND - 1_000);

        Signal provisional = notices().get(0);
        assertThat(provisional.getProvisional()).isTrue();
        assertThat(provisional.getChange()).isEqualTo(SignalChange.RAISED);
        assertThat(provisional.getStatement())
                .contains("a=10 b=90 c=100 d=9800", "expected 1.10", "IC 2.71 [1.68, 3.47]", "PRR 9.90 [5.33, 18.39]");
        assertThat(harness.extractOutputValues()).isEmpty();
        harness.processElement(count(SECOND), SECOND);
        advance(SECOND);
        assertThat(notices()).hasSize(2);
        assertThat(notices().get(1).getSignalId()).isEqualTo(provisional.getSignalId());
        assertThat(notices().get(1).getProvisional()).isFalse();
        assertThat(harness.extractOutputValues()).extracting(Signal::getChange).containsExactly(SignalChange.RAISED);
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void whatTheEndOfTheEpochDoesNotBearOutIsWithdrawn() throws Exception {
        harness.processBroadcastElement(believing(FIRST), FIRST);
        advance(FIRST);
        harness.processElement(ahead(SECOND), SECOND - 1_000);

        advance(SECOND);

        assertThat(notices())
                .extracting(Signal::getChange)
                .containsExactly(SignalChange.RAISED, SignalChange.WITHDRAWN);
        assertThat(notices().get(1).getWithdraws()).isEqualTo(notices().get(0).getSignalId());
    }

    @Test
    void aPairWhoseReportsAreNullifiedWithdrawsEachSignalThatWasTold() throws Exception {
        harness.processBroadcastElement(believing(FIRST), FIRST);
        harness.processElement(count(FIRST), FIRST);
        advance(FIRST);

        harness.processElement(count(new Cell("DRUG", "A", "X"), SECOND, new TwoByTwo(1, 90, 100, 9800)), SECOND);
        advance(SECOND);

        assertThat(notices())
                .extracting(Signal::getChange)
                .containsExactly(SignalChange.RAISED, SignalChange.WITHDRAWN);
        assertThat(notices().get(1).getWithdraws()).isEqualTo(notices().get(0).getSignalId());
        assertThat(harness.extractOutputValues())
                .extracting(Signal::getChange)
                .containsExactly(SignalChange.RAISED, SignalChange.WITHDRAWN);
    }

    @Test
    void nothingIsToldBeforeTheFirstSweepSaysHowManyPairsThereAre() throws Exception {
        harness.processElement(count(FIRST), FIRST);

        advance(FIRST);

        assertThat(notices()).isEmpty();
        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    private List<Signal> notices() {
        var records = harness.getSideOutput(SideOutputs.NOTICES);
        return records == null
                ? List.of()
                : records.stream().map(record -> record.getValue()).toList();
    }

    private static PairCount ahead(long epoch) {
        PairCount count = count(epoch);
        TwoByTwo table = count.cumulative();
        return new PairCount(count.cell(), epoch, table, table, table, table, table, QUIET, Double.NaN, true);
    }

    private static Prior believing(long epoch) {
        FalseShares few = FalseShares.of(1e-6, 0.5);
        return new Prior("DRUG", epoch, CAERS, epoch, few, few, few);
    }

    private static PairCount count(long epoch) {
        TwoByTwo table = new TwoByTwo(10, 90, 100, 9800);
        return count(new Cell("DRUG", "A", "X"), epoch, table);
    }

    private static PairCount count(Cell cell, long epoch, TwoByTwo table) {
        return new PairCount(cell, epoch, table, table, table, table, table, QUIET, Double.NaN, false);
    }

    private static Prior prior(String population, long epoch, MixturePrior prior) {
        return new Prior(population, epoch, prior, epoch, FalseShares.NONE, FalseShares.NONE, FalseShares.NONE);
    }

    private void advance(long watermark) throws Exception {
        harness.processBroadcastWatermark(watermark);
        harness.processWatermark(watermark);
    }
}
