package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.trial.ModelCases.LabelledCase;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every labelled case of the illegal fund-raising model, run as the stream would. */
class IllegalFundraisingCasesTest {

    @TestFactory
    Stream<DynamicTest> comesOutAsItsLabelSays() throws IOException {
        Model model = ModelLibrary.loadModel(Path.of("library", "illegal-fundraising"));
        Schema schema = EventStream.ofTopic(model.stream()).schema();
        Trial trial = new Trial(model, schema, Regions.load(Path.of("reference", "regions.yaml")));
        return cases(model, schema).stream()
                .map(labelled -> DynamicTest.dynamicTest(labelled.name(), () -> {
                    Episode episode = trial.assess(labelled.event());

                    assertThat(labelled.complaint(episode, kinds(model, episode)))
                            .as("%s: %s", labelled.event().get("text"), reason(labelled, episode))
                            .isEmpty();
                }));
    }

    private static List<LabelledCase> cases(Model model, Schema schema) throws IOException {
        Problems problems = new Problems("cases.yaml");
        List<LabelledCase> cases = ModelCases.read(model.folder().resolve("cases.yaml"), schema, problems);
        problems.throwIfAny();
        return cases;
    }

    private static String reason(LabelledCase labelled, Episode episode) {
        return new Outcome(
                        labelled.name(),
                        labelled.alert(),
                        String.valueOf(labelled.event().get("text")),
                        episode)
                .reason();
    }

    private static Set<String> kinds(Model model, Episode episode) {
        Set<String> kinds = new TreeSet<>();
        for (String id : episode.signs().keySet()) {
            kinds.addAll(model.indicator(id).map(Indicator::kinds).orElse(List.of()));
        }
        return kinds;
    }
}
