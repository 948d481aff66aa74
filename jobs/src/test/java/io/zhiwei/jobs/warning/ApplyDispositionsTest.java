package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.stream.MessageType;
import io.zhiwei.jobs.testing.Alerts;
import io.zhiwei.jobs.testing.Decisions;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertLevel;
import io.zhiwei.schemas.AlertStatus;
import io.zhiwei.schemas.AlertStep;
import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.DispositionAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplyDispositionsTest {

    private static final Duration KEEP = Duration.ofHours(24);
    private static final long NOW = 1_000_000;

    private KeyedTwoInputStreamOperatorTestHarness<String, Alert, Disposition, Alert> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
        harness.setProcessingTime(NOW);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, Alert, Disposition, Alert> harness()
            throws Exception {
        KeyedTwoInputStreamOperatorTestHarness<String, Alert, Disposition, Alert> harness =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new KeyedCoProcessOperator<>(new ApplyDispositions(KEEP)),
                        Alert::getAlertId,
                        Disposition::getAlertId,
                        Types.STRING);
        harness.setup(MessageType.ALERT.createSerializer(new SerializerConfigImpl()));
        return harness;
    }

    @Test
    void handsOnWhatNobodyHasDecided() throws Exception {
        assess(1);

        assertThat(alerts()).hasSize(1);
        assertThat(Alert.newBuilder(last()).setHistory(List.of()).build()).isEqualTo(Alerts.alert("a", 1));
    }

    @Test
    void theHistoryTellsWhatChangedWhereItStands() throws Exception {
        assess(1);
        assess(2);
        decide(Decisions.of("a", DispositionAction.CONFIRM));
        assess(3);

        assertThat(last().getHistory())
                .extracting(AlertStep::getStatus)
                .containsExactly(AlertStatus.OPEN, AlertStatus.CONFIRMED);
        assertThat(last().getHistory())
                .extracting(step -> step.getAt().toEpochMilli())
                .containsExactly(1L, NOW);
    }

    @Test
    void aLongHistoryKeepsItsBeginningAndItsEnd() throws Exception {
        assess(1);
        for (int i = 0; i < AlertHistory.MOST; i++) {
            decide(Decisions.of("a", DispositionAction.CLAIM));
            decide(Decisions.of("a", DispositionAction.CONFIRM));
        }

        assertThat(last().getHistory()).hasSize(AlertHistory.MOST);
        assertThat(last().getHistory().get(0).getAt().toEpochMilli()).isEqualTo(1);
        assertThat(last().getHistory().get(AlertHistory.MOST - 1).getStatus()).isEqualTo(AlertStatus.CONFIRMED);
    }

    @ParameterizedTest
    @CsvSource({
        "CLAIM, CLAIMED",
        "CONFIRM, CONFIRMED",
        "REJECT, REJECTED",
        "TRANSFER, TRANSFERRED",
        "CLOSE, CLOSED",
        "MERGE, MERGED"
    })
    void makesTheNextRevisionOfADecision(DispositionAction action, AlertStatus status) throws Exception {
        assess(1);
        decide(Decisions.of("a", action));

        assertThat(alerts()).extracting(Alert::getStatus).containsExactly(AlertStatus.OPEN, status);
        assertThat(last().getRevision()).isEqualTo(NOW);
        assertThat(last().getFindings()).isEqualTo(alerts().get(0).getFindings());
    }

    @Test
    void laterRevisionsKeepTheDecision() throws Exception {
        assess(1);
        decide(Decisions.of("a", DispositionAction.CONFIRM));
        assess(2);

        assertThat(last().getStatus()).isEqualTo(AlertStatus.CONFIRMED);
        assertThat(last().getRevision()).isEqualTo(NOW + 1);
    }

    @Test
    void appliesADecisionThatComesBeforeItsAlert() throws Exception {
        decide(Decisions.of("a", DispositionAction.CONFIRM));
        assertThat(alerts()).isEmpty();

        assess(1);

        assertThat(last().getStatus()).isEqualTo(AlertStatus.CONFIRMED);
    }

    @Test
    void theLatestDecisionCounts() throws Exception {
        assess(1);
        decide(Decisions.of("a", DispositionAction.CONFIRM));
        decide(Decisions.of("a", DispositionAction.REJECT));

        assertThat(last().getStatus()).isEqualTo(AlertStatus.REJECTED);
        assertThat(last().getRevision()).isEqualTo(NOW + 1);
    }

    @Test
    void aRepeatedDecisionIsNoNews() throws Exception {
        assess(1);
        decide(Decisions.of("a", DispositionAction.CLAIM));
        decide(Decisions.of("a", DispositionAction.CLAIM));

        assertThat(alerts()).hasSize(2);
    }

    @Test
    void keepsAlertsApart() throws Exception {
        assess(1);
        decide(Decisions.of("b", DispositionAction.CONFIRM));

        assertThat(alerts()).extracting(Alert::getStatus).containsExactly(AlertStatus.OPEN);
    }

    @Test
    void theClockBringsASnoozedAlertBack() throws Exception {
        assess(1);
        decide(Decisions.of("a", DispositionAction.SNOOZE).setUntil(Instant.ofEpochMilli(NOW + 500)));
        assertThat(last().getStatus()).isEqualTo(AlertStatus.SNOOZED);

        harness.setProcessingTime(NOW + 499);
        assertThat(alerts()).hasSize(2);
        harness.setProcessingTime(NOW + 500);

        assertThat(last().getStatus()).isEqualTo(AlertStatus.OPEN);
        assertThat(last().getRevision()).isEqualTo(NOW + 500);
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void theClockChangesNothingOfALaterDecision() throws Exception {
        assess(1);
        decide(Decisions.of("a", DispositionAction.SNOOZE).setUntil(Instant.ofEpochMilli(NOW + 500)));
        decide(Decisions.of("a", DispositionAction.CLOSE));

        harness.setProcessingTime(NOW + 500);

        assertThat(last().getStatus()).isEqualTo(AlertStatus.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({"REJECT", "CLOSE", "SNOOZE"})
    void aGraverLevelThanTheOneSeenOpensAgain(DispositionAction action) throws Exception {
        assess(1);
        decide(Decisions.of("a", action).setUntil(Instant.ofEpochMilli(NOW + 500)));
        assess(Alert.newBuilder(Alerts.alert("a", 2)).setLevel(AlertLevel.RED).setLevelRank(4));

        assertThat(last().getStatus()).isEqualTo(AlertStatus.OPEN);
        assertThat(last().getLevel()).isEqualTo(AlertLevel.RED);
    }

    @Test
    void aRejectionDoesNotHoldForALevelThatThePersonHasNotSeen() throws Exception {
        assess(Alert.newBuilder(Alerts.alert("a", 1)).setLevel(AlertLevel.RED).setLevelRank(4));
        decide(Decisions.of("a", DispositionAction.REJECT));

        assertThat(alerts()).extracting(Alert::getStatus).containsExactly(AlertStatus.OPEN);
    }

    @Test
    void aConfirmationHoldsForEveryLevel() throws Exception {
        assess(1);
        decide(Decisions.of("a", DispositionAction.CONFIRM));
        assess(Alert.newBuilder(Alerts.alert("a", 2)).setLevelRank(4));

        assertThat(last().getStatus()).isEqualTo(AlertStatus.CONFIRMED);
    }

    @Test
    void aTransferNamesWhoHasItNowAndLaterDecisionsKeepThat() throws Exception {
        assess(1);
        decide(transfer("公安机关"));
        assertThat(last().getTransferredTo()).containsExactly("公安机关");
        assertThat(last().getLeadAgency()).as("the sender goes on reading it").isEqualTo("市场监督管理局");

        decide(Decisions.of("a", DispositionAction.CLAIM));
        assess(2);

        assertThat(last().getStatus()).isEqualTo(AlertStatus.CLAIMED);
        assertThat(last().getTransferredTo()).containsExactly("公安机关");
    }

    @Test
    void aSecondTransferIsNewsThoughTheStatusStays() throws Exception {
        assess(1);
        decide(transfer("公安机关"));
        decide(transfer("卫生健康委员会"));
        decide(transfer("卫生健康委员会"));

        assertThat(alerts()).hasSize(3);
        assertThat(last().getTransferredTo()).containsExactly("公安机关", "卫生健康委员会");
    }

    @Test
    void whoGetsItBackIsNamedOnceAndLast() throws Exception {
        assess(1);
        decide(transfer("公安机关"));
        decide(transfer("市场监督管理局"));
        decide(transfer("公安机关"));

        assertThat(last().getTransferredTo()).containsExactly("市场监督管理局", "公安机关");
    }

    @Test
    void transfersThatComeBeforeTheAlertAreNotLost() throws Exception {
        decide(transfer("公安机关"));
        decide(Decisions.of("a", DispositionAction.CONFIRM));

        assess(1);

        assertThat(last().getStatus()).isEqualTo(AlertStatus.CONFIRMED);
        assertThat(last().getTransferredTo()).containsExactly("公安机关");
    }

    @Test
    void aTransferOutlivesARestore() throws Exception {
        assess(1);
        decide(transfer("公安机关"));
        decide(Decisions.of("a", DispositionAction.CLAIM));
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();

        harness = harness();
        harness.initializeState(state);
        harness.open();
        harness.setProcessingTime(NOW + 100);
        assess(2);

        assertThat(last().getTransferredTo()).containsExactly("公安机关");
    }

    @Test
    void goesOnAfterARestore() throws Exception {
        // Given: decided and snoozed, and then a fault
        assess(1);
        decide(Decisions.of("a", DispositionAction.SNOOZE).setUntil(Instant.ofEpochMilli(NOW + 500)));
        decide(Decisions.of("b", DispositionAction.CONFIRM));
        long delivered = last().getRevision();
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();

        // When
        harness = harness();
        harness.initializeState(state);
        harness.open();
        harness.setProcessingTime(NOW + 100);
        assess(2);
        harness.processElement1(Alerts.alert("b", 1), 0);
        harness.setProcessingTime(NOW + 500);

        // Then
        assertThat(alerts())
                .extracting(Alert::getStatus)
                .containsExactly(AlertStatus.SNOOZED, AlertStatus.CONFIRMED, AlertStatus.OPEN);
        assertThat(alerts().get(0).getRevision()).isGreaterThan(delivered);
        assertThat(last().getRevision()).isEqualTo(NOW + 500);
    }

    @Test
    void forgetsWhatNobodyTouches() throws Exception {
        harness.setStateTtlProcessingTime(0);
        assess(1);
        decide(Decisions.of("a", DispositionAction.CLAIM));

        harness.setStateTtlProcessingTime(KEEP.toMillis() + 1);
        decide(Decisions.of("a", DispositionAction.CONFIRM));

        assertThat(last().getStatus()).isEqualTo(AlertStatus.CLAIMED);
    }

    private static Disposition.Builder transfer(String agency) {
        return Decisions.of("a", DispositionAction.TRANSFER).setAgency(agency);
    }

    private void assess(long revision) throws Exception {
        harness.processElement1(Alerts.alert("a", revision), 0);
    }

    private void assess(Alert.Builder alert) throws Exception {
        harness.processElement1(alert.build(), 0);
    }

    private void decide(Disposition.Builder decision) throws Exception {
        harness.processElement2(decision.build(), 0);
    }

    private List<Alert> alerts() {
        return harness.extractOutputValues();
    }

    private Alert last() {
        assertThat(alerts()).isNotEmpty();
        return alerts().get(alerts().size() - 1);
    }
}
