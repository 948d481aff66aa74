package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Case;
import io.zhiwei.models.definition.EnglishNames;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.LegalBasis;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.LevelRule;
import io.zhiwei.models.definition.LocalName;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.definition.Threshold;
import io.zhiwei.models.trial.ModelCases.LabelledCase;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model of the library owes its readers. */
class CatalogueTest {

    /** Unlawful, public, inducing, open to anybody: 防范和处置非法集资条例 art 2. */
    private static final Set<String> TESTS_OF_FUND_RAISING = Set.of("UNLAWFUL", "PUBLIC", "INDUCEMENT", "UNSPECIFIED");

    /** Kinds that only a register or a stream of notices can show; see the gaps of the model. */
    private static final Set<String> KINDS_THAT_AWAIT_DATA = Set.of("V15", "V30");

    private static final EnglishNames NAMES = EnglishNames.load(Path.of("reference", "names.yaml"));

    private static final LocalDate OLDEST_LAW = LocalDate.of(1988, 12, 26);

    static List<Model> models() {
        return ModelLibrary.load(Path.of("library")).models();
    }

    /** Models whose cases are single events; those over sequences have {@link SequenceCasesTest}. */
    static List<Model> modelsOfSingleEvents() {
        return models().stream()
                .filter(model -> model.id().equals("medical-ads"))
                .toList();
    }

    static Stream<Indicator> indicators() {
        return models().stream().flatMap(model -> model.indicators().stream());
    }

    @ParameterizedTest
    @MethodSource("models")
    void isNamedLikeItsFolder(Model model) {
        assertThat(model.id())
                .isEqualTo(model.folder().getFileName().toString())
                .matches("[a-z]+(-[a-z]+)*");
        assertThat(EventStream.ofTopic(model.stream()).schema().getFullName())
                .isEqualTo(model.event().schema());
    }

    @ParameterizedTest
    @MethodSource("models")
    void tellsTheInvestigatorWhatToDoFirstAndWhatItMisses(Model model) {
        assertThat(model.triage()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(CatalogueTest::assertBilingual);
        assertThat(model.gaps()).isNotEmpty().allSatisfy(CatalogueTest::assertBilingual);
        assertThat(model.otherwiseAgency()).isNotBlank();
        assertBilingual(model.name());
        assertBilingual(model.description());
    }

    @ParameterizedTest
    @MethodSource("models")
    void namesItsAgenciesAndLawsInEnglishToo(Model model) {
        Stream<String> agencies = Stream.concat(
                Stream.of(model.otherwiseAgency()),
                Stream.concat(Stream.of(model.reads()), model.alsoReads().stream())
                        .flatMap(rule -> rule.leadAgency().stream())
                        .map(Case::value));
        Stream<String> laws = model.indicators().stream()
                .flatMap(indicator -> indicator.legalBasis().stream())
                .map(LegalBasis::law);

        assertThat(agencies)
                // Whom an alert can be handed to is the first of those that work together.
                .flatMap(all -> List.of(all, all.split("，", 2)[0]))
                .allSatisfy(
                        agency -> assertThat(NAMES.agency(agency)).as(agency).isPresent());
        assertThat(laws).allSatisfy(law -> assertThat(NAMES.law(law)).as(law).isPresent());
    }

    @ParameterizedTest
    @MethodSource("models")
    void hasALevelOfEveryColour(Model model) {
        assertThat(model.levels())
                .extracting(LevelRule::level)
                .containsExactly(Level.BLUE, Level.YELLOW, Level.ORANGE, Level.RED);
    }

    @ParameterizedTest
    @MethodSource("models")
    void givesAReasonForEveryThreshold(Model model) {
        assertThat(model.thresholds()).allSatisfy(threshold -> {
            assertThat(threshold.reason().zh()).as(threshold.name()).isNotBlank();
            // The number of an indicator or of a rule of the specification is a reason in both languages.
            if (!threshold.reason().en().matches("[A-Z]+-?\\d*")) {
                assertBilingual(threshold.reason());
            }
            assertThat(threshold.unit()).as(threshold.name()).isNotBlank();
            assertThat(threshold.min()).as(threshold.name()).isLessThanOrEqualTo(threshold.max());
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void usesEveryThreshold(Model model) throws IOException {
        String source = java.nio.file.Files.readString(model.folder().resolve("model.yaml"));

        assertThat(model.thresholds())
                .extracting(Threshold::name)
                .allSatisfy(name -> assertThat(source)
                        .containsPattern("thresholds\\." + name + "|(threshold|atLeast|above): " + name));
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void anIndicatorHasItsLawWithItsDateAndTwoNames(Indicator indicator) {
        assertThat(indicator.id()).matches("[A-Z]{2}-\\d{2}[A-Z]?");
        assertBilingual(indicator.name());
        assertThat(indicator.legalBasis()).as(indicator.id()).isNotEmpty().allSatisfy(basis -> {
            assertThat(basis.law()).isNotBlank();
            assertThat(basis.article()).matches("\\d+(\\(\\d+\\))*");
            assertThat(basis.since()).isAfter(OLDEST_LAW).isBefore(LocalDate.of(2100, 1, 1));
        });
    }

    @ParameterizedTest
    @MethodSource("modelsOfSingleEvents")
    void everyActiveStatelessIndicatorHasACaseOnEachSide(Model model) throws IOException {
        List<LabelledCase> cases = cases(model);
        Set<String> fired =
                cases.stream().flatMap(labelled -> labelled.fires().stream()).collect(Collectors.toSet());
        Set<String> spared = spared(model, cases);

        for (Indicator indicator : model.indicators()) {
            if (indicator.active() && indicator.keyed() == null) {
                assertThat(fired).as("a case that fires " + indicator.id()).contains(indicator.id());
                assertThat(spared)
                        .as("a case that must not fire " + indicator.id())
                        .contains(indicator.id());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modelsOfSingleEvents")
    void casesNameOnlyIndicatorsThatExist(Model model) throws IOException {
        Set<String> ids = model.indicators().stream().map(Indicator::id).collect(Collectors.toSet());

        for (LabelledCase labelled : cases(model)) {
            assertThat(ids).as(labelled.name()).containsAll(labelled.fires()).containsAll(labelled.silent());
        }
    }

    @Test
    void everyKindOfViolationIsNamedBySomeIndicator() {
        Set<String> kinds = new TreeSet<>();
        indicators().filter(Indicator::active).forEach(indicator -> kinds.addAll(indicator.kinds()));
        Set<String> all = IntStream.rangeClosed(1, 32)
                .mapToObj(number -> String.format(java.util.Locale.ROOT, "V%02d", number))
                .collect(Collectors.toCollection(TreeSet::new));
        all.removeAll(KINDS_THAT_AWAIT_DATA);
        IntStream.rangeClosed(1, 20).forEach(number -> all.add(String.format(java.util.Locale.ROOT, "K%02d", number)));
        all.addAll(TESTS_OF_FUND_RAISING);

        assertThat(kinds).containsExactlyInAnyOrderElementsOf(all);
    }

    /** A kind that awaits data is named already, by an indicator that says what it awaits. */
    @Test
    void everyKindThatAwaitsDataIsNamedByAnIndicatorThatSaysSo() {
        Set<String> kinds = new TreeSet<>();
        indicators().filter(indicator -> !indicator.active()).forEach(indicator -> kinds.addAll(indicator.kinds()));

        assertThat(kinds).containsAll(KINDS_THAT_AWAIT_DATA);
    }

    /** Silent by name, or beside an indicator that fires elsewhere, in a case that may raise no alert at all. */
    private static Set<String> spared(Model model, List<LabelledCase> cases) throws IOException {
        Trial trial = new Trial(
                model,
                EventStream.ofTopic(model.stream()).schema(),
                Regions.load(Path.of("reference", "regions.yaml")));
        Set<String> spared = new TreeSet<>();
        for (LabelledCase labelled : cases) {
            spared.addAll(labelled.silent());
            if (!labelled.alert()) {
                Set<String> silent =
                        model.indicators().stream().map(Indicator::id).collect(Collectors.toSet());
                silent.removeAll(trial.assess(labelled.event()).signs().keySet());
                spared.addAll(silent);
            }
        }
        return spared;
    }

    private static List<LabelledCase> cases(Model model) throws IOException {
        Problems problems = new Problems("cases.yaml");
        List<LabelledCase> cases = ModelCases.read(
                model.folder().resolve("cases.yaml"),
                EventStream.ofTopic(model.stream()).schema(),
                problems);
        problems.throwIfAny();
        return cases;
    }

    private static void assertBilingual(LocalName name) {
        assertThat(name.zh()).containsPattern("\\p{IsHan}");
        assertThat(name.en()).containsPattern("[A-Za-z]").doesNotContainPattern("\\p{IsHan}");
    }
}
