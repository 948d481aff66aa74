package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.stream.MessageType;
import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.jobs.testing.Ads;
import io.zhiwei.jobs.testing.WordWatch;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Sign;
import io.zhiwei.models.assessment.Standing;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertLevel;
import io.zhiwei.schemas.DeadLetterReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssessFindingsTest {

    private static final Duration LATE_BOUND = Duration.ofHours(24);
    private static final Duration EPISODE = Duration.ofDays(7);
    private static final long COALESCE = 1_000;
    private static final Instant END_OF_EPISODE = Instant.parse("2026-03-08T16:00:00Z");

    private KeyedOneInputStreamOperatorTestHarness<String, Findings, Alert> harness;
    private int events;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Findings, Alert> harness() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, Findings, Alert> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new AssessFindings(
                                WordWatch.definitions(), ModelLoader.none(), LATE_BOUND, Duration.ofMillis(COALESCE))),
                        AssessFindings::subject,
                        Types.STRING);
        harness.setup(MessageType.ALERT.createSerializer(new SerializerConfigImpl()));
        return harness;
    }

    @Test
    void deliversTheFirstAlertAtOnce() throws Exception {
        assess(Ads.TIME, "W-1");

        Alert alert = onlyAlert();
        assertThat(alert.getRevision()).isEqualTo(1);
        assertThat(alert.getLevel()).isEqualTo(AlertLevel.BLUE);
        assertThat(alert.getIndicators()).containsExactly("W-1");
        assertThat(alert.getRegion().getName()).isEqualTo("鄂城区");
    }

    @Test
    void deliversAHigherLevelAtOnce() throws Exception {
        assess(Ads.TIME, "W-1");
        assess(Ads.TIME.plusSeconds(1), "W-2");

        assertThat(alerts()).extracting(Alert::getLevel).containsExactly(AlertLevel.BLUE, AlertLevel.RED);
        assertThat(alerts())
                .extracting(Alert::getAlertId)
                .containsOnly(alerts().get(0).getAlertId());
    }

    @Test
    void gathersRepeatsIntoOneRevision() throws Exception {
        assess(Ads.TIME, "W-1");
        for (int i = 1; i <= 50; i++) {
            assess(Ads.TIME.plusSeconds(i), "W-1");
        }
        assertThat(alerts()).hasSize(1);

        harness.setProcessingTime(COALESCE);

        assertThat(alerts()).hasSize(2);
        assertThat(alerts().get(1).getRevision()).isEqualTo(51);
        assertThat(alerts().get(1).getOccurrences()).isEqualTo(51);
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void deliversNothingMoreWhenNothingMoreCame() throws Exception {
        assess(Ads.TIME, "W-1");

        harness.setProcessingTime(10 * COALESCE);

        assertThat(alerts()).hasSize(1);
    }

    @Test
    void endsInTheSameStateInBothOrders() throws Exception {
        Findings early = WordWatch.findings("青禾堂", "a", Ads.TIME, "W-1");
        Findings late = WordWatch.findings("青禾堂", "b", Ads.TIME.plusSeconds(9), "W-2");
        harness.processElement(early, 0);
        harness.processElement(late, 0);
        Alert forwards = lastAlert();
        harness.close();

        open();
        harness.processElement(late, 0);
        harness.processElement(early, 0);
        harness.processWatermark(Long.MAX_VALUE);

        assertThat(lastAlert()).isEqualTo(forwards);
    }

    @Test
    void makesTwoAlertsOfTwoEpisodes() throws Exception {
        assess(Ads.TIME, "W-1");
        assess(Ads.TIME.plus(EPISODE), "W-1");

        assertThat(alerts())
                .extracting(Alert::getAlertId)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(alerts()).extracting(Alert::getRevision).containsExactly(1L, 1L);
    }

    @Test
    void neverGivesARevisionAgainAfterAFault() throws Exception {
        // Given: a revision was delivered after the checkpoint that the job goes back to
        assess(Ads.TIME, "W-1");
        OperatorSubtaskState state = harness.snapshot(1, 1);
        for (int i = 1; i <= 50; i++) {
            assess(Ads.TIME.plusSeconds(i), "W-1");
        }
        harness.setProcessingTime(COALESCE);
        long delivered = lastAlert().getRevision();
        harness.close();

        // When: fewer inputs come the second time
        harness = harness();
        harness.initializeState(state);
        harness.open();
        harness.setProcessingTime(2 * COALESCE);
        assess(Ads.TIME.plusSeconds(1), "W-2");

        // Then
        assertThat(lastAlert().getRevision()).isGreaterThan(delivered);
    }

    @Test
    void tellsWhenAllIsTakenBack() throws Exception {
        harness.setProcessingTime(1);
        Findings event = WordWatch.findings("青禾堂", "a", Ads.TIME);
        Sign sign = Sign.of(
                WordWatch.findings("青禾堂", "a", Ads.TIME, "W-2").findings().get(0));
        harness.processElement(event.with(new Standing("W-2", "shop", sign)), 0);
        assertThat(onlyAlert().getLevel()).isEqualTo(AlertLevel.ORANGE);

        harness.processElement(event.with(new Standing("W-2", "shop", null)), 0);

        assertThat(lastAlert().getLevel()).isEqualTo(AlertLevel.NONE);
        assertThat(lastAlert().getIndicators()).isEmpty();
    }

    @Test
    void saysNothingOfWhatWasTakenBackBeforeItWasTold() throws Exception {
        Findings event = WordWatch.findings("青禾堂", "a", Ads.TIME);

        harness.processElement(event.with(new Standing("W-2", "shop", null)), 0);
        harness.processWatermark(Long.MAX_VALUE);

        assertThat(alerts()).isEmpty();
    }

    @Test
    void keepsSubjectsApart() throws Exception {
        assess(Ads.TIME, "W-1");
        harness.processElement(WordWatch.findings("别家", "x", Ads.TIME, "W-1"), 0);

        assertThat(alerts())
                .extracting(Alert::getAlertId)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void assessesALateEventWhileItsEpisodeIsOpen() throws Exception {
        assess(Ads.TIME, "W-1");
        harness.processWatermark(END_OF_EPISODE.plus(LATE_BOUND).minusMillis(1).toEpochMilli());

        assess(Ads.TIME.minusSeconds(5), "W-2");

        assertThat(lastAlert().getLevel()).isEqualTo(AlertLevel.RED);
        assertThat(lastAlert().getRevision()).isEqualTo(2);
    }

    @Test
    void refusesAnEventWhoseEpisodeIsClosed() throws Exception {
        harness.processWatermark(END_OF_EPISODE.plus(LATE_BOUND).toEpochMilli());

        assess(Ads.TIME, "W-1");

        assertThat(alerts()).isEmpty();
        assertThat(DecodeEventsTest.letters(harness)).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).isEqualTo(DeadLetterReason.TOO_LATE);
            assertThat(letter.getStage()).isEqualTo("assess");
            assertThat(letter.getMessage()).contains("e1");
        });
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void goesOnAfterARestore() throws Exception {
        // Given: one delivered, one still waiting
        assess(Ads.TIME, "W-1");
        assess(Ads.TIME.plusSeconds(1), "W-1");
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();

        // When
        harness = harness();
        harness.initializeState(state);
        harness.open();
        harness.setProcessingTime(COALESCE);

        // Then
        long revision = onlyAlert().getRevision();
        assertThat(revision).isGreaterThan(1);
        assess(Ads.TIME.plusSeconds(2), "W-2");
        assertThat(lastAlert().getRevision()).isGreaterThan(revision);
    }

    @Test
    void deliversWhatWaitsWhenTheEpisodeCloses() throws Exception {
        assess(Ads.TIME, "W-1");
        assess(Ads.TIME.plusSeconds(1), "W-1");

        harness.processWatermark(END_OF_EPISODE.plus(LATE_BOUND).toEpochMilli());

        assertThat(lastAlert().getRevision()).isEqualTo(2);
    }

    @Test
    void leavesNothingBehind() throws Exception {
        assess(Ads.TIME, "W-1");
        assess(Ads.TIME.plusSeconds(1), "W-1");
        assess(Ads.TIME.plus(EPISODE), "W-1");

        harness.setProcessingTime(COALESCE);
        harness.processWatermark(END_OF_EPISODE.plus(EPISODE).plus(LATE_BOUND).toEpochMilli());

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    private void assess(Instant time, String... indicators) throws Exception {
        events++;
        harness.processElement(WordWatch.findings("青禾堂", "e" + events, time, indicators), time.toEpochMilli());
    }

    private List<Alert> alerts() {
        return harness.extractOutputValues();
    }

    private Alert onlyAlert() {
        assertThat(alerts()).hasSize(1);
        return alerts().get(0);
    }

    private Alert lastAlert() {
        assertThat(alerts()).isNotEmpty();
        return alerts().get(alerts().size() - 1);
    }
}
