package io.zhiwei.models.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.trial.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of mistake in a model.yaml is refused with its line, the reason, and the nearest right name where there is one. */
class BadModelsTest {

    private static final Path GOOD =
            Path.of("src", "test", "resources", "food", "library", "unsafe-food", "model.yaml");

    @TempDir
    private Path home = Path.of("");

    /** What stands in the good model, what stands there instead, and a part of the refusal. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id: unsafe-food|id: safe-food|must equal the name of its folder",
                "version: 1|version: 0|version is a whole number from 1",
                "version: 1|version: first|is not a whole number",
                "since: 2026-01-01|since: yesterday|a date such as",
                "author: tests|autor: tests|unknown key 'autor'. Did you mean 'author'?",
                "{zh: 食品抽检不合格, en: Unsafe food}|{zh: 食品抽检不合格}|'en' is missing",
                "stream: food-sampling|stream: food-samplings|food-sampling",
                "id: resultId|id: resultID|no field 'resultID'",
                "time: sampledAt|time: sampled|no field 'sampled'",
                "region: regionCode|region: region|no field 'region'",
                "particulars: [shop, producer, substance, measured, limit]|particulars: [shops]|no field 'shops'",
                "subject: {kind: shop, key: [shop], name: [shop]}|subject: {kind: shop, name: [shop]}|key is missing",
                "subject: {kind: shop, key: [shop], name: [shop]}|subject: {kind: shop, key: [shopp], name: [shop]}|no field 'shopp'",
                "episodeDays: 30|episodeDays: month|is not a whole number",
                "ratio: {value: 1, min: 1,|ratio: {value: 0.5, min: 1,|outside",
                "unit: times, reason: the limit of the standard}|reason: the limit of the standard}|'unit' is missing",
                "unit: times, reason: the limit of the standard}|unit: times}|'reason' is missing",
                "value: 1, min: 1, max: 10|value: one, min: 1, max: 10|is not a number",
                "  - id: FS-02|  - id: FS-01|stands twice",
                "measure: expression|measure: expresion|Did you mean 'expression'?",
                "measure: window|measure: windows|Did you mean 'window'?",
                "when: measured > limit * thresholds.ratio\\n    weight: 50|weight: 50|needs when",
                "when: measured > limit * thresholds.ratio\\n    weight: 50|when: measurd > limit\\n    weight: 50|Did you mean 'measured'?",
                "when: measured > limit * thresholds.ratio\\n    weight: 50|when: measured > shop\\n    weight: 50|no matching overload",
                "when: measured > limit * thresholds.ratio\\n    weight: 50|when: measured * 2.0\\n    weight: 50|true or false is expected",
                "when: measured > limit * thresholds.ratio\\n    weight: 50|when: measured > limit * thresholds.rate\\n    weight: 50|there is no 'thresholds'",
                "when: measured > limit * thresholds.ratio\\n    weight: 50|when: 'measured >'\\n    weight: 50|not a valid expression",
                "weight: 50|weight: 500|outside 0 to 100",
                "weight: 50|weight: heavy|is not a number",
                "severity: 3|severity: 5|outside 1 to 4",
                "legalBasis: [{law: 食品安全法, article: '34', since: 2021-04-29}]|legalBasis: [{law: 食品安全法, article: '34'}]|'since' is missing",
                "legalBasis: [{law: 食品安全法, article: '34', since: 2021-04-29}]|gaps: no law|legalBasis is missing",
                "subject: producer|subject: maker|there is no subject 'maker'",
                "threshold: shops|threshold: shop|there is no threshold 'shop'",
                "{entity: [producer], members: {place: shop}}|{members: {place: shop}}|entity is missing",
                "{entity: [producer], members: {place: shop}}|{entity: [produzer], members: {place: shop}}|no field 'produzer'",
                "{entity: [producer], members: {place: shop}}|{entity: [producer], members: {place: shopp}}|no field 'shopp'",
                "{entity: [producer], members: {place: shop}}|{entity: [producer], values: {place: shop}}|distinct takes a member",
                "{entity: [producer], members: {place: shop}}|{entity: [producer], membres: {place: shop}}|Did you mean 'members'?",
                "{entity: [producer], members: {place: shop}}|{entity: [producer], joins: true, members: {place: shop}}|none of them is judged",
                "{entity: [producer], members: {place: shop}}|{entity: [producer], members: {place: shop}, keep: month}|a duration such as",
                "{entity: [producer], members: {place: shop}}|{entity: [producer], members: {place: shop}}\\n      - {registry: drug-licences}|there is no kind of registry record",
                "places: {distinct: place, within: P30D}|places: {distinct: place, within: PT0S}|must be longer than nothing",
                "places: {distinct: place, within: P30D}|places: {distinct: place}|give either within",
                "places: {distinct: place, within: P30D}|places: {different: place, within: P30D}|names no computation",
                "places: {distinct: place, within: P30D}|places: {distinct: palce, within: P30D}|no feed brings 'palce'",
                "places: {distinct: place, within: P30D}|places: {distinct: places, within: P30D}|no feed brings 'places'",
                "places: {distinct: place, within: P30D}|place: {distinct: place, within: P30D}|is taken already",
                "fires: places >= thresholds.shops|fires: placs >= thresholds.shops|there is no 'placs'",
                "fires: places >= thresholds.shops|fires: places >= thresholds.shops\\n    repeats: {atLeast: many, within: P1D}|names the threshold 'many'",
                "fires: places >= thresholds.shops|fires: places >= thresholds.shops\\n    show: plces|which nothing brings",
                "fires: places >= thresholds.shops|fires: places >= thresholds.shops\\n    escalations: [{entities: 1, weight: 90}]|a whole number from 2",
                "ORANGE: {from: 50, reviewWorkingDays: 1}|ORANGE: {from: 5, reviewWorkingDays: 1}|must begin at a higher score",
                "leadAgency: {otherwise: 市场监督管理局}|leadAgency: {}|'otherwise' is missing",
                "triage: [Seal the batch., Ask the producer for its records.]|triage: []|triage is missing",
            })
    void refuses(String right, String wrong, String words) throws IOException {
        String good = Files.readString(GOOD);
        String from = right.replace("\\n", "\n");
        assertThat(good).contains(from);
        Path folder = Files.createDirectories(home.resolve("library").resolve("unsafe-food"));
        Path reference = Files.createDirectories(home.resolve("reference"));
        Files.copy(Path.of("reference", "registry.yaml"), reference.resolve("registry.yaml"));
        Files.writeString(
                folder.resolve("model.yaml"),
                good.replaceFirst(
                        java.util.regex.Pattern.quote(from),
                        java.util.regex.Matcher.quoteReplacement(wrong.replace("\\n", "\n"))));

        RuntimeException refusal = catchThrowableOfType(
                RuntimeException.class,
                () -> new Replay(
                        ModelLibrary.loadModel(folder),
                        Regions.load(Path.of("reference", "regions.yaml")),
                        Duration.ofDays(1)));

        assertThat(refusal).as("refused at all").isNotNull();
        assertThat(refusal).hasMessageContaining(words);
    }
}
