package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.trial.SequenceCases.Sequence;
import io.zhiwei.models.trial.SequenceCases.StreamEvent;
import io.zhiwei.schemas.RegistryRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Registry records that come after the events, are corrected or withdrawn, over all labelled sequences. */
class LateRecordsTest {

    private static final Regions REGIONS = Regions.load(Path.of("reference", "regions.yaml"));
    private static final Map<String, Replay> REPLAYS = new HashMap<>();

    static Stream<Arguments> sequences() throws IOException {
        return LabelledSequences.hearingLateRecords();
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void recordsBetweenTheEventsAreAsGoodAsBefore(Model model, Sequence sequence) {
        List<StreamEvent> events = LabelledSequences.inOrder(sequence);
        int half = events.size() / 2;

        Replay before = replay(model);
        sequence.records().forEach(before::record);
        send(events, before);
        Map<String, String> expected = end(before, events);
        Replay between = replay(model);
        send(events.subList(0, half), between);
        sequence.records().forEach(between::record);
        send(events.subList(half, events.size()), between);

        assertThat(end(between, events)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void withdrawnRecordsAreAsIfTheyHadNeverBeen(Model model, Sequence sequence) {
        List<StreamEvent> events = LabelledSequences.inOrder(sequence);

        Replay never = replay(model);
        markers(sequence).forEach(never::record);
        withdrawn(sequence).forEach(never::record);
        send(events, never);
        Map<String, String> expected = end(never, events);
        Replay corrected = replay(model);
        sequence.records().forEach(corrected::record);
        send(events, corrected);
        withdrawn(sequence).forEach(corrected::record);

        assertThat(end(corrected, events)).isEqualTo(expected);
    }

    private static Replay replay(Model model) {
        Replay replay = REPLAYS.computeIfAbsent(model.id(), id -> new Replay(model, REGIONS, Duration.ofDays(2)));
        replay.forget();
        return replay;
    }

    private static List<RegistryRecord> markers(Sequence sequence) {
        return sequence.records().stream()
                .filter(RegistryRecord::getSnapshotComplete)
                .toList();
    }

    private static List<RegistryRecord> withdrawn(Sequence sequence) {
        Map<String, RegistryRecord> latest = new HashMap<>();
        for (RegistryRecord record : sequence.records()) {
            if (!record.getSnapshotComplete()) {
                latest.merge(record.getRecordId(), record, (a, b) -> a.getRevision() > b.getRevision() ? a : b);
            }
        }
        return latest.values().stream()
                .map(record -> RegistryRecord.newBuilder(record)
                        .setRevision(record.getRevision() + 1)
                        .setWithdrawn(true)
                        .build())
                .toList();
    }

    private static void send(List<StreamEvent> events, Replay replay) {
        events.forEach(event -> replay.event(event.topic(), event.event()));
    }

    /** Lets two days pass and returns signs, score and level by subject and episode. */
    private static Map<String, String> end(Replay replay, List<StreamEvent> events) {
        Instant last = events.get(events.size() - 1).time().plus(Duration.ofDays(2));
        for (Instant day = events.get(0).time(); day.isBefore(last); day = day.plus(Duration.ofDays(1))) {
            replay.advance(day);
        }
        replay.advance(last);
        Map<String, String> told = new TreeMap<>();
        for (Episode episode : replay.episodes()) {
            if (!episode.signs().isEmpty()) {
                told.put(
                        episode.subject().kind() + " " + episode.subject().id() + " " + episode.start(),
                        episode.signs().keySet() + " " + episode.score() + " " + episode.level());
            }
        }
        return told;
    }
}
