package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.trial.Evaluation;
import io.zhiwei.models.trial.EvasionTrial;
import io.zhiwei.models.trial.Trial;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The demonstration set offline, plain and in disguise. */
class EvasionTrialTest {

    private static final long SEED = 7;
    private static EventStream stream;
    private static Model model;
    private static Trial trial;
    private static List<Trial.LabelledEvent> events;

    @BeforeAll
    static void readTheDemonstration() throws IOException {
        Home home = Home.find();
        model = ModelLibrary.load(home.models()).find("medical-ads").orElseThrow();
        stream = EventStream.ofTopic(model.stream());
        trial = new Trial(model, stream.schema(), Regions.load(home.regions()));
        events = LabelledCases.ofDemonstration(stream);
    }

    @Test
    void theDemonstrationComesOutRight() {
        Evaluation evaluation = trial.evaluate(events);

        assertThat(evaluation.cases()).isGreaterThanOrEqualTo(300);
        assertThat(evaluation.precision()).isGreaterThanOrEqualTo(Truth.ENOUGH);
        assertThat(evaluation.recall()).isGreaterThanOrEqualTo(Truth.ENOUGH);
    }

    /** A word that only sounds like another is no disguise: hardly any of the demonstration's plain texts is suspected. */
    @Test
    void hardlySuspectsPlainWriting() {
        List<String> suspected = events.stream()
                .flatMap(event ->
                        Optional.ofNullable(trial.assess(event.event()).signs().get("AD-30S")).stream())
                .map(sign -> sign.strongest().evidence())
                .map(evidence -> evidence.excerpt() + " " + evidence.note())
                .toList();

        assertThat(suspected).as("%s", suspected).hasSizeLessThanOrEqualTo(events.size() / 20);
    }

    @TestFactory
    Stream<DynamicTest> aDisguiseHidesLittleAndAccusesNobody() {
        return new EvasionTrial(model, stream.schema(), trial, SEED)
                .run(events).stream()
                        .map(result -> DynamicTest.dynamicTest(result.trick().name(), () -> {
                            assertThat(result.caught()).isPositive();
                            assertThat(result.keptShare())
                                    .as("kept: %s", result.changed())
                                    .isGreaterThanOrEqualTo(EvasionTrial.ENOUGH_KEPT);
                            assertThat(result.markedShare()).isGreaterThanOrEqualTo(EvasionTrial.ENOUGH_MARKED);
                            assertThat(result.addedShare())
                                    .as("added: %s", result.changed())
                                    .isLessThanOrEqualTo(EvasionTrial.MOST_ADDED);
                        }));
    }
}
