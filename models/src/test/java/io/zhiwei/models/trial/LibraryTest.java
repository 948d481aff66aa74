package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every model of the library against its own labelled cases. */
class LibraryTest {

    private static final List<Model> MODELS =
            ModelLibrary.load(Path.of("library")).models();

    @TestFactory
    Stream<DynamicTest> comesOutAsStated() {
        return MODELS.stream().flatMap(LibraryTest::tests);
    }

    private static Stream<DynamicTest> tests(Model model) {
        EventStream stream = EventStream.ofTopic(model.stream());
        Trial trial = new Trial(model, stream.schema(), Regions.load(Path.of("reference", "regions.yaml")));
        return cases(model).stream()
                .map(each -> DynamicTest.dynamicTest(model.id() + ": " + each.name(), () -> {
                    Episode episode = trial.assess(each.event());
                    assertThat(each.complaint(episode, kinds(model, episode)))
                            .as(episode.signs().keySet() + " score " + episode.score())
                            .isEmpty();
                }));
    }

    @Test
    void everyIndicatorOfOneEventHasACaseOnEachSide() {
        for (Model model : MODELS) {
            List<ModelCases.LabelledCase> cases = cases(model);
            Set<String> fired =
                    cases.stream().flatMap(each -> each.fires().stream()).collect(Collectors.toSet());
            Set<String> silent =
                    cases.stream().flatMap(each -> each.silent().stream()).collect(Collectors.toSet());
            for (Indicator indicator : model.indicators()) {
                if (indicator.active() && indicator.measure() != Indicator.Measure.WINDOW) {
                    assertThat(fired).as(model.id() + " fires").contains(indicator.id());
                    assertThat(silent).as(model.id() + " stays silent").contains(indicator.id());
                }
            }
        }
    }

    @Test
    void aModelSaysWhatAReaderNeeds() {
        for (Model model : MODELS) {
            assertThat(model.folder().getFileName().toString()).isEqualTo(model.id());
            assertThat(model.triage()).as(model.id()).isNotEmpty();
            assertThat(model.gaps()).as(model.id()).isNotEmpty();
            for (Indicator indicator : model.indicators()) {
                assertThat(indicator.legalBasis()).as(indicator.id()).isNotEmpty();
                assertThat(indicator.name().zh()).as(indicator.id()).isNotBlank();
                assertThat(indicator.name().en()).as(indicator.id()).isNotBlank();
            }
        }
    }

    private static List<ModelCases.LabelledCase> cases(Model model) {
        try {
            Problems problems = new Problems(model.id() + "/cases.yaml");
            List<ModelCases.LabelledCase> cases = ModelCases.read(
                    model.folder().resolve("cases.yaml"),
                    EventStream.ofTopic(model.stream()).schema(),
                    problems);
            problems.throwIfAny();
            return cases;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> kinds(Model model, Episode episode) {
        Set<String> kinds = new TreeSet<>();
        episode.signs()
                .keySet()
                .forEach(id -> model.indicator(id).ifPresent(indicator -> kinds.addAll(indicator.kinds())));
        return kinds;
    }
}
