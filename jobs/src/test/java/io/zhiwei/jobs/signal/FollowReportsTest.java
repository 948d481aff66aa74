package io.zhiwei.jobs.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.measure.disproportionality.counting.Cell;
import io.zhiwei.models.measure.disproportionality.counting.CountChange;
import io.zhiwei.models.measure.disproportionality.counting.Populations;
import io.zhiwei.models.measure.disproportionality.counting.ReportVersion;
import io.zhiwei.schemas.AdverseReactionReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowReportsTest {

    private static final Epochs EPOCHS = new Epochs(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(7));
    private static final Instant DAY1 = Reports.START.plusSeconds(60);
    private static final Instant DAY2 = DAY1.plus(Duration.ofDays(1));
    private static final Instant DAY3 = DAY1.plus(Duration.ofDays(2));

    private KeyedOneInputStreamOperatorTestHarness<String, ReportVersion, CountChange> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ReportVersion, CountChange> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new FollowReports(EPOCHS)), ReportVersion::report, Types.STRING);
    }

    @Test
    void saysNothingBeforeTheEpochEnds() throws Exception {
        receive(Reports.report("r", 1, DAY1, "A", "X"));
        harness.processWatermark(end(DAY1) - 1);
        assertThat(changes()).isEmpty();

        harness.processWatermark(end(DAY1));

        assertThat(changes())
                .extracting(CountChange::cell)
                .containsExactlyInAnyOrder(
                        Cell.all("DRUG"),
                        Cell.ofProduct("DRUG", "A"),
                        Cell.ofEvent("DRUG", "X"),
                        new Cell("DRUG", "A", "X"));
        assertThat(changes()).allSatisfy(change -> assertThat(change.day()).isEqualTo(Epochs.day(DAY1.toEpochMilli())));
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void aFollowUpChangesOnlyWhatIsOther() throws Exception {
        receive(Reports.report("r", 1, DAY1, "A", "X"));
        harness.processWatermark(end(DAY1));
        int before = changes().size();

        receive(Reports.report("r", 2, DAY2, "B", "X"));
        harness.processWatermark(end(DAY2));

        assertThat(changes().subList(before, changes().size()))
                .extracting(change -> change.cell().product()
                        + change.cell().event()
                        + change.step().reports())
                .containsExactlyInAnyOrder("A-1", "AX-1", "B1", "BX1");
    }

    @Test
    void aVersionBeforeItsPredecessorIsFollowedByNothing() throws Exception {
        receive(Reports.report("r", 2, DAY1, "A", "X"));
        harness.processWatermark(end(DAY1));
        int before = changes().size();

        receive(Reports.report("r", 1, DAY2, "B", "Y"));
        receive(Reports.report("r", 2, DAY1, "A", "X"));
        harness.processWatermark(end(DAY2));

        assertThat(changes()).hasSize(before);
    }

    @Test
    void aReportThatCameAndWentWithinOneEpochIsNeverCounted() throws Exception {
        receive(Reports.nullified("r", 2, DAY1.plusSeconds(5)));
        receive(Reports.report("r", 1, DAY1, "A", "X"));

        harness.processWatermark(end(DAY3));

        assertThat(changes()).isEmpty();
    }

    @Test
    void aVersionOfALaterEpochWaitsForIt() throws Exception {
        receive(Reports.report("r", 2, DAY2, "B", "X"));
        receive(Reports.report("r", 1, DAY1, "A", "X"));

        harness.processWatermark(end(DAY1));

        assertThat(changes()).extracting(CountChange::cell).contains(new Cell("DRUG", "A", "X"));
        assertThat(changes()).extracting(CountChange::cell).doesNotContain(new Cell("DRUG", "B", "X"));
    }

    @Test
    void aLateVersionCountsFromTheNextEpochOnUnderItsOwnDay() throws Exception {
        harness.processWatermark(end(DAY2));

        receive(Reports.report("r", 1, DAY1, "A", "X"));
        harness.processWatermark(end(DAY3) - 1);
        assertThat(changes()).isEmpty();
        harness.processWatermark(end(DAY3));

        assertThat(changes())
                .hasSize(4)
                .allSatisfy(change -> assertThat(change.day()).isEqualTo(Epochs.day(DAY1.toEpochMilli())));
    }

    @Test
    void goesOnFromASnapshot() throws Exception {
        // Given: a report that was counted, and a follow-up that waits
        receive(Reports.report("r", 1, DAY1, "A", "X"));
        harness.processWatermark(end(DAY1));
        receive(Reports.report("r", 2, DAY2, "B", "X"));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        // When
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        harness.processWatermark(end(DAY2));

        // Then
        assertThat(changes())
                .extracting(change -> change.cell().product()
                        + change.cell().event()
                        + change.step().reports())
                .containsExactlyInAnyOrder("A-1", "AX-1", "B1", "BX1");
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    private void receive(AdverseReactionReport report) throws Exception {
        harness.processElement(Reports.version(report), report.getReceiptTime().toEpochMilli());
    }

    /** Those of the whole population; its strata change alike. */
    private List<CountChange> changes() {
        return harness.extractOutputValues().stream()
                .filter(change -> Populations.isWhole(change.cell().population()))
                .toList();
    }

    private static long end(Instant time) {
        return EPOCHS.end(time.toEpochMilli());
    }
}
