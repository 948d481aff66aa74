package io.zhiwei.models.trial;

import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.screening.RecentEvents;
import io.zhiwei.models.trial.SequenceCases.Sequence;
import io.zhiwei.models.trial.SequenceCases.StreamEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;

/** The labelled sequences of the library's models. */
final class LabelledSequences {

    private LabelledSequences() {}

    /** Returns the models that have some. */
    static Stream<Model> models() throws IOException {
        List<Model> withSequences = new ArrayList<>();
        for (Model model : ModelLibrary.load(Path.of("library")).models()) {
            if (Files.readString(file(model)).contains("\nsequences:")) {
                withSequences.add(model);
            }
        }
        return withSequences.stream();
    }

    static Path file(Model model) {
        Path own = model.folder().resolve("sequences.yaml");
        return Files.exists(own) ? own : model.folder().resolve("cases.yaml");
    }

    static List<Sequence> of(Model model) throws IOException {
        Problems problems = new Problems(model.id() + "/cases.yaml");
        List<Sequence> sequences = SequenceCases.read(file(model), problems);
        problems.throwIfAny();
        return sequences;
    }

    /** Returns each model with each of its sequences. */
    static Stream<Arguments> all() throws IOException {
        return all(sequence -> true);
    }

    /** Returns each model with each of its sequences that is short enough for records that come after it. */
    static Stream<Arguments> hearingLateRecords() throws IOException {
        return all(LabelledSequences::hearsLateRecords);
    }

    private static Stream<Arguments> all(Predicate<Sequence> wanted) throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (Model model : models().toList()) {
            of(model).stream()
                    .filter(wanted)
                    .forEach(sequence ->
                            all.add(Arguments.of(model, Named.of(model.id() + ": " + sequence.name(), sequence))));
        }
        return all.stream();
    }

    private static boolean hearsLateRecords(Sequence sequence) {
        List<StreamEvent> events = inOrder(sequence);
        Duration span = Duration.between(
                events.get(0).time(), events.get(events.size() - 1).time());
        return span.compareTo(RecentEvents.SPAN) <= 0;
    }

    static List<StreamEvent> inOrder(Sequence sequence) {
        return sequence.events().stream()
                .sorted(Comparator.comparing(StreamEvent::time))
                .toList();
    }
}
