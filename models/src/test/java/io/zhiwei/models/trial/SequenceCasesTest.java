package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.trial.SequenceCases.Sequence;
import io.zhiwei.models.trial.SequenceCases.StreamEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The labelled sequences of every model: in order, in other orders, and with registry records that come late. */
class SequenceCasesTest {

    private static final Regions REGIONS = Regions.load(Path.of("reference", "regions.yaml"));

    static Stream<Model> models() throws IOException {
        List<Model> withSequences = new ArrayList<>();
        for (Model model : ModelLibrary.load(Path.of("library")).models()) {
            if (Files.readString(file(model)).contains("\nsequences:")) {
                withSequences.add(model);
            }
        }
        return withSequences.stream();
    }

    private static Path file(Model model) {
        return model.folder().resolve("cases.yaml");
    }

    private static List<Sequence> sequences(Model model) throws IOException {
        Problems problems = new Problems(model.id() + "/cases.yaml");
        List<Sequence> sequences = SequenceCases.read(file(model), problems);
        problems.throwIfAny();
        return sequences;
    }

    static Stream<Arguments> cases() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (Model model : models().toList()) {
            for (Sequence sequence : sequences(model)) {
                all.add(Arguments.of(model, Named.of(model.id() + ": " + sequence.name(), sequence)));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void firesWhatItMustInEveryOrder(Model model, Sequence sequence) {
        List<StreamEvent> reversed = new ArrayList<>(sequence.events());
        Collections.reverse(reversed);
        List<StreamEvent> shuffled = new ArrayList<>(sequence.events());
        Collections.shuffle(shuffled, new Random(7));

        assertFires(model, sequence, sequence.events(), false, "in order");
        assertFires(model, sequence, reversed, false, "reversed");
        assertFires(model, sequence, shuffled, false, "shuffled");
        if (sequence.late()) {
            assertFires(model, sequence, sequence.events(), true, "with late records");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyActiveIndicatorHasACaseOnEachSide(Model model) throws IOException {
        Set<String> fired = new TreeSet<>();
        Set<String> spared = new TreeSet<>();
        for (Sequence sequence : sequences(model)) {
            fired.addAll(sequence.fires());
            spared.addAll(sequence.silent());
        }
        Set<String> active = new TreeSet<>();
        model.indicators().stream().filter(Indicator::active).forEach(indicator -> active.add(indicator.id()));

        assertThat(fired).containsExactlyInAnyOrderElementsOf(active);
        assertThat(spared).containsExactlyInAnyOrderElementsOf(active);
    }

    private static void assertFires(
            Model model, Sequence sequence, List<StreamEvent> order, boolean lateRecords, String how) {
        Replay replay = new Replay(model, REGIONS, Duration.ofDays(2));
        if (!lateRecords) {
            sequence.records().forEach(replay::record);
        }
        Instant last = Instant.EPOCH;
        for (StreamEvent event : order) {
            replay.event(event.topic(), event.event());
            last = event.time().isAfter(last) ? event.time() : last;
        }
        if (lateRecords) {
            sequence.records().forEach(replay::record);
        }
        replay.advance(last.plus(Duration.ofHours(25)));
        Set<String> fired = new TreeSet<>();
        Level level = Level.NONE;
        for (Episode episode : replay.episodes()) {
            fired.addAll(episode.signs().keySet());
            level = level.max(episode.level());
        }
        assertThat(fired).as(how).isEqualTo(sequence.fires());
        if (sequence.level() != Level.NONE) {
            assertThat(level).as(how).isEqualTo(sequence.level());
        }
    }
}
