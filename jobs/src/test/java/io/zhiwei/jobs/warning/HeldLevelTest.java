package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.stream.MessageType;
import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.jobs.testing.Ads;
import io.zhiwei.jobs.testing.WordWatch;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertLevel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A subject keeps the level of an episode for a while: here two weeks of a model whose episodes are weeks. */
class HeldLevelTest {

    private static final Duration LATE_BOUND = Duration.ofHours(24);
    private static final Duration WEEK = Duration.ofDays(7);

    private KeyedOneInputStreamOperatorTestHarness<String, Findings, Alert> harness;

    @BeforeEach
    void open(@TempDir Path library) throws Exception {
        Definitions known = WordWatch.definitions();
        Path from = Path.of(known.modelsFolder()).resolve("word-watch");
        Path to = Files.createDirectories(library.resolve("word-watch"));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.writeString(
                        to.resolve(file.getFileName()),
                        Files.readString(file).replace("episodeDays: 7", "episodeDays: 7\nholdDays: 14"));
            }
        }
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new AssessFindings(
                        new Definitions(library.toString(), known.regionsFile()),
                        ModelLoader.none(),
                        LATE_BOUND,
                        Duration.ofSeconds(1))),
                AssessFindings::subject,
                Types.STRING);
        harness.setup(MessageType.ALERT.createSerializer(new SerializerConfigImpl()));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void theNextEpisodeDoesNotFallBelowTheOneBefore() throws Exception {
        assess("a", Ads.TIME, "W-1", "W-2");
        assess("b", Ads.TIME.plus(WEEK), "W-1");

        assertThat(alerts()).extracting(Alert::getLevel).containsExactly(AlertLevel.RED, AlertLevel.RED);
        assertThat(alerts()).extracting(Alert::getHeld).containsExactly(false, true);
    }

    @Test
    void whatIsLearntLateHoldsTheLaterEpisodeToo() throws Exception {
        assess("b", Ads.TIME.plus(WEEK), "W-1");
        assess("a", Ads.TIME, "W-1", "W-2");

        assertThat(alerts())
                .extracting(Alert::getLevel)
                .containsExactly(AlertLevel.BLUE, AlertLevel.RED, AlertLevel.RED);
        assertThat(alerts().get(1).getAlertId()).isEqualTo(alerts().get(0).getAlertId());
        assertThat(alerts().get(1).getRevision()).isGreaterThan(alerts().get(0).getRevision());
    }

    @Test
    void afterTheTimeOfObservationAnEpisodeStandsAlone() throws Exception {
        assess("a", Ads.TIME, "W-1", "W-2");
        assess("b", Ads.TIME.plus(WEEK.multipliedBy(2)), "W-1");

        assertThat(alerts()).extracting(Alert::getLevel).containsExactly(AlertLevel.RED, AlertLevel.BLUE);
    }

    @Test
    void whatHoldsIsForgottenInTheEnd() throws Exception {
        assess("a", Ads.TIME, "W-1", "W-2");
        harness.setProcessingTime(1_000);
        harness.processWatermark(Ads.TIME.plus(WEEK.multipliedBy(4)).toEpochMilli());

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    private void assess(String event, Instant time, String... indicators) throws Exception {
        harness.processElement(WordWatch.findings("青禾堂", event, time, indicators), time.toEpochMilli());
    }

    private List<Alert> alerts() {
        return harness.extractOutputValues();
    }
}
