package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.stream.EventWatermarks;
import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.jobs.stream.StreamRecord;
import io.zhiwei.jobs.testing.Ads;
import io.zhiwei.jobs.testing.CollectingSink;
import io.zhiwei.jobs.testing.Decisions;
import io.zhiwei.jobs.testing.ListSource;
import io.zhiwei.jobs.testing.Updates;
import io.zhiwei.jobs.testing.WordWatch;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertLevel;
import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.DeadLetterReason;
import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.DispositionAction;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.ModelReply;
import io.zhiwei.schemas.ModelState;
import io.zhiwei.schemas.ModelUpdate;
import io.zhiwei.schemas.RegistryRecord;
import io.zhiwei.schemas.SingleObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class WarningPipelineTest {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    private static final ModelUpdate UPDATE = Updates.of(2, ModelState.DRAFT, text -> text);
    private static final byte[] MARKER = SingleObject.encode(RegistryRecord.newBuilder()
            .setRecordId("marker")
            .setRecordedAt(Ads.TIME)
            .setKind("drug-licence")
            .setKey("")
            .setSnapshotComplete(true)
            .build());
    private static final Disposition REPORTED =
            Decisions.of("unknown", DispositionAction.CONFIRM).build();
    private static final Timing TIMING = new Timing(
            new EventWatermarks(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofMinutes(10)),
            Duration.ofHours(24),
            Duration.ofMillis(100),
            Duration.ofHours(24));

    private final CollectingSink<Alert> alerts = new CollectingSink<>();
    private final CollectingSink<ModelReply> replies = new CollectingSink<>();
    private final CollectingSink<DeadLetter> letters = new CollectingSink<>();

    @Test
    void turnsGoodEventsIntoAlertsAndBadOnesIntoDeadLetters() throws Exception {
        // Given
        List<byte[]> messages = new ArrayList<>();
        messages.add(Ads.bytes("ad-1", Ads.TIME, "weak"));
        messages.add(new byte[] {1, 2, 3});
        messages.add(Ads.bytes("ad-2", Ads.TIME.plusSeconds(1), "crash"));
        messages.add(Ads.bytes("ad-3", Ads.TIME.plusSeconds(2), "strong"));
        messages.add(Ads.bytes("ad-4", Ads.TIME.plusSeconds(3), "clean"));

        // When
        StreamExecutionEnvironment env = environment(FlinkSettings.types());
        build(env, ListSource.of(messages));
        env.execute();

        // Then
        assertThat(letters.collected())
                .extracting(DeadLetter::getReason)
                .containsExactlyInAnyOrder(
                        DeadLetterReason.NOT_SINGLE_OBJECT,
                        DeadLetterReason.NOT_SINGLE_OBJECT,
                        DeadLetterReason.SCREENING_FAILED);
        assertThat(replies.collected())
                .singleElement()
                .satisfies(reply -> assertThat(reply.getAccepted()).isTrue());
        Alert last = lastAlert();
        assertThat(last.getLevel()).isEqualTo(AlertLevel.RED);
        assertThat(last.getIndicators()).containsExactlyInAnyOrder("W-1", "W-2", "W-3");
        assertThat(last.getOccurrences()).isEqualTo(2);
        assertThat(alerts.collected()).extracting(Alert::getAlertId).containsOnly(last.getAlertId());
    }

    @Test
    void everyOperatorHasItsUidAndName() {
        // Given
        StreamExecutionEnvironment env = environment(FlinkSettings.types());

        // When
        build(env, ListSource.of(List.of()));
        StreamGraph graph = env.getStreamGraph();

        // Then
        assertThat(graph.getStreamNodes())
                .extracting(StreamNode::getTransformationUID)
                .containsExactlyInAnyOrder(
                        "read-advertisements",
                        "decode-advertisements",
                        "screen-advertisements",
                        "read-registry",
                        "decode-registry",
                        "read-models",
                        "check-models",
                        "deliver-model-replies-to-memory",
                        "visit-with-records",
                        "visit-entities",
                        "assess-findings",
                        "read-dispositions",
                        "decode-dispositions",
                        "apply-dispositions",
                        "deliver-alerts-to-memory",
                        "deliver-dead-letters-to-memory");
        assertThat(StreamSupport.stream(graph.getStreamNodes().spliterator(), false)
                        .map(StreamNode::getOperatorName))
                .allSatisfy(name -> assertThat(name)
                        .containsAnyOf("Read", "Check", "Decode", "Screen", "Visit", "Assess", "Apply", "Deliver"));
    }

    @Test
    void goesOnFromTheLatestCheckpointAfterAStop(@TempDir Path folder) throws Exception {
        // Given: a run whose state was kept, stopped in the middle
        List<byte[]> messages = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            messages.add(Ads.bytes("ad-" + i, Ads.TIME.plusSeconds(i), "weak"));
        }
        long before = runUntilCheckpoint(folder, messages, 21);
        Path first = LatestCheckpoint.in(folder).orElseThrow();

        // When
        long after = runUntilCheckpoint(folder, messages, before + 20);

        // Then: it went on from where it stood
        assertThat(after).isGreaterThan(before);
        assertThat(LatestCheckpoint.in(folder).orElseThrow()).isNotEqualTo(first);
        assertThat(alerts.collected())
                .extracting(Alert::getAlertId)
                .containsOnly(lastAlert().getAlertId());
    }

    /** Runs until so many occurrences are told and kept in a checkpoint, then cancels; returns how many there are. */
    private long runUntilCheckpoint(Path folder, List<byte[]> messages, long occurrences) throws Exception {
        WarningConfig config = WarningConfig.parse(
                "--checkpoints", folder.toString(), "--checkpoint-interval", "100ms", "--web-port", "0");
        StreamExecutionEnvironment env = environment(FlinkSettings.of(config));
        build(env, ListSource.endless(messages, 200));
        JobClient job = env.executeAsync();
        Awaitility.await()
                .until(() -> !alerts.collected().isEmpty() && lastAlert().getOccurrences() >= occurrences);
        Path known = LatestCheckpoint.in(folder).orElse(folder);
        Awaitility.await()
                .until(() -> !LatestCheckpoint.in(folder).orElse(folder).equals(known));
        job.cancel().get();
        Awaitility.await().until(() -> job.getJobStatus().get().isGloballyTerminalState());
        assertThat(Files.exists(LatestCheckpoint.in(folder).orElseThrow())).isTrue();
        return lastAlert().getOccurrences();
    }

    private static StreamExecutionEnvironment environment(Configuration flink) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        env.setParallelism(1);
        return env;
    }

    private void build(StreamExecutionEnvironment env, Source<StreamRecord, ?, ?> source) {
        ReferenceInput reference = new ReferenceInput(
                ListSource.of(List.of(MARKER)),
                RegistryLoader.none(),
                ListSource.of(List.of(SingleObject.encode(UPDATE))),
                ModelLoader.none(),
                100);
        new WarningPipeline(WordWatch.definitions(), reference, FakeScreener.FACTORY, TIMING)
                .build(
                        env,
                        List.of(new EventInput(EventStream.ADVERTISEMENTS, source)),
                        ListSource.of(List.of(SingleObject.encode(REPORTED), new byte[] {4})),
                        new Outlets(
                                Map.of("memory", alerts),
                                Map.of(),
                                Map.of("memory", replies),
                                Map.of("memory", letters)));
    }

    private Alert lastAlert() {
        return alerts.collected().stream()
                .max(Comparator.comparingLong(Alert::getRevision))
                .orElseThrow();
    }
}
