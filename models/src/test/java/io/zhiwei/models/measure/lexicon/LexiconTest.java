package io.zhiwei.models.measure.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.definition.Problem;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.text.NormalText;
import io.zhiwei.models.text.Spellings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    private static final String NEGATION = """
            negation: {before: [不能, 警惕], within: 6, after: [骗局], behind: 8}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it first.
    Path folder;

    @Test
    void findsAWordAndWhereItStands() throws IOException {
        LexiconScan scan = scan("claims: {V01: [根治]}", "可以根治。");

        assertThat(scan.hits()).containsExactly(new Hit(0, "V01: 根治", 2, 4, 1, false, 0));
        assertThat(claims("claims: {V01: [根治]}", "可以根治。")).containsExactly("V01");
        assertThat(scan.evaded()).isFalse();
    }

    @Test
    void findsNothingWhereNothingStands() throws IOException {
        assertThat(scan("claims: {V01: [根治]}", "今天天气好")).isEqualTo(LexiconScan.NOTHING);
        assertThat(scan("claims: {V01: [根治]}", "")).isEqualTo(LexiconScan.NOTHING);
    }

    @Test
    void anEmptyLexiconFindsNothing() throws IOException {
        assertThat(scan("claims: {}", "根治")).isEqualTo(LexiconScan.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"告别糖尿病, true", "告别痛风, true", "告别高血压, true", "告别学校, false"})
    void aGroupStandsForItsWordsAndThoseOfItsGroups(String text, boolean found) throws IOException {
        String yaml = """
                groups: {MAJOR: [糖尿病, 痛风], ALL: ['{MAJOR}', 高血压]}
                claims: {V01: ['告别{ALL}']}
                """;

        assertThat(claims(yaml, text).contains("V01")).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "治好糖尿病, true",
        "治好了您的糖尿病, true",
        "治好了很多人的糖尿病, false",
        "糖尿病治好, false",
        "治好。糖尿病, false",
        "治好！糖尿病, false",
        "'治好,糖尿病', true",
    })
    void aGapHoldsAFewCharactersOfTheSameSentence(String text, boolean found) throws IOException {
        assertThat(claims("claims: {V01: ['治好~4糖尿病']}", text).contains("V01")).isEqualTo(found);
    }

    @Test
    void aDoubleGapReachesAcrossSentences() throws IOException {
        assertThat(claims("claims: {V17: ['讲堂~~10电话']}", "健康讲堂。欢迎！电话")).containsExactly("V17");
        assertThat(claims("claims: {V17: ['讲堂~~5电话']}", "健康讲堂。今天欢迎大家！电话")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3天见效, true",
        "三天见效, true",
        "十五天就见效, true",
        "30余天见效, true",
        "几天见效, true",
        "3.5天见效, true",
        "３天见效, true",
        "今天见效, false",
        "3天后才能见效, false",
    })
    void aNumberIsWrittenInDigitsOrInChinese(String text, boolean found) throws IOException {
        assertThat(claims("claims: {V01: ['#天~1见效']}", text).contains("V01")).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "有效率98%, true",
        "有效率高达百分之九十八点五, true",
        "有效率九成, true",
        "有效率9成, true",
        "有效率百分百, true",
        "有效率９８％, true",
        "有效率98例, false",
        "有效率很高, false",
    })
    void aPercentageIsAPercentage(String text, boolean found) throws IOException {
        assertThat(claims("claims: {V02: ['有效率~4#%']}", text).contains("V02")).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "不能根治, false",
        "不能完全根治, false",
        "不能很快地就让病人根治, true",
        "'不能,根治', true",
        "不能。根治, true",
        "根治都是骗局, false",
        "'根治,都是骗局', false",
        "根治。都是骗局, true",
        "根治糖尿病高血压痛风的骗局, true",
        "骗局根治, true",
        "根治不能, true",
    })
    void aNegationTakesAClaimBackOnlyNearIt(String text, boolean found) throws IOException {
        assertThat(claims(NEGATION + "claims: {V01: [根治]}", text).contains("V01"))
                .isEqualTo(found);
    }

    @Test
    void noNegationTakesAnAtomicClaimBack() throws IOException {
        String yaml = NEGATION + "claims: {V01: [{say: [不复发], atomic: true}]}";

        assertThat(claims(yaml, "警惕不复发的骗局")).containsExactly("V01");
    }

    @Test
    void noNegationTakesAContextBack() throws IOException {
        assertThat(claims(NEGATION + "contexts: {DISEASE: [糖尿病]}", "警惕糖尿病")).containsExactly("DISEASE");
    }

    @Test
    void insidePrescribedWordingNothingIsFound() throws IOException {
        String yaml = """
                contexts: {MANDATORY: [{say: ['不能代替药物(治疗疾病)?'], shields: true}]}
                claims: {V07: [治疗疾病]}
                """;
        Lexicon lexicon = lexicon(yaml);
        NormalText normal = lexicon.normaliser().normalise("不能代替药物治疗疾病。本品治疗疾病");

        LexiconScan scan = lexicon.scan(normal);

        assertThat(scan.prescribed()).extracting(Hit::start, Hit::end).contains(tuple(0, 10));
        assertThat(scan.hits().stream()
                        .filter(hit -> hit.claim() == lexicon.claims().indexOf("V07")))
                .extracting(Hit::start)
                .containsExactly(13);
        assertThat(scan.withoutPrescribed(normal.text())).isEqualTo(" ".repeat(10) + "。本品治疗疾病");
    }

    @ParameterizedTest
    @CsvSource({
        "根治病虫害, false",
        "病虫害根治, false",
        "'病虫害,根治', true",
        "'根治,病虫害', true",
        "根治糖尿病, true",
    })
    void unlessTakesAClaimBackInItsClause(String text, boolean found) throws IOException {
        String yaml = "claims: {V01: [{say: [根治], unless: [病虫害]}]}";

        assertThat(claims(yaml, text).contains("V01")).isEqualTo(found);
    }

    @Test
    void unlessTextTakesAClaimBackAnywhere() throws IOException {
        String yaml = "claims: {V01: [{say: [根治], unlessText: [农药]}]}";

        assertThat(claims(yaml, "根治。新款农药")).isEmpty();
        assertThat(claims(yaml, "根治。新款产品")).containsExactly("V01");
    }

    @ParameterizedTest
    @CsvSource({"'美容院,当场注射', true", "'当场注射,美容院', true", "美容院。当场注射, false", "当场注射, false"})
    void needsAWordInTheSameSentence(String text, boolean found) throws IOException {
        String yaml = "claims: {V22: [{say: [注射], needs: [美容院]}]}";

        assertThat(claims(yaml, text).contains("V22")).isEqualTo(found);
    }

    @Test
    void needsTextAWordAnywhere() throws IOException {
        String yaml = "claims: {V22: [{say: [注射], needsText: [美容院]}]}";

        assertThat(claims(yaml, "美容院。当场注射")).containsExactly("V22");
        assertThat(claims(yaml, "当场注射")).isEmpty();
    }

    @Test
    void aBlockKeepsItsConfidence() throws IOException {
        LexiconScan scan = scan("claims: {V01: [{say: [根治], confidence: 0.6}, 治愈]}", "根治治愈");

        assertThat(scan.hits()).extracting(Hit::confidence).containsExactly(0.6, 1.0);
    }

    @Test
    void theLongestOfOverlappingHitsOfAClaimStays() throws IOException {
        LexiconScan scan = scan("claims: {V01: [根治, 彻底根治, 底根]}", "彻底根治");

        assertThat(scan.hits()).extracting(Hit::patternId).containsExactly("V01: 彻底根治");
    }

    @Test
    void aLongHitReplacesEveryShorterOneThatItCovers() throws IOException {
        LexiconScan scan = scan("claims: {V01: [根治, 病根, '根治~4病根']}", "根治各种病根");

        assertThat(scan.hits()).extracting(Hit::patternId).containsExactly("V01: 根治~4病根");
    }

    @Test
    void overlappingHitsOfTwoClaimsBothStay() throws IOException {
        assertThat(claims("claims: {V01: [彻底根治], V07: [根治糖尿病]}", "彻底根治糖尿病")).containsExactly("V01", "V07");
    }

    @ParameterizedTest
    @CsvSource({
        "根治, false",
        "根*治, true",
        "根、治、糖、尿, true",
        "'根\u200B治', true",
        "治癒, true",
        "治愈, false",
        "根治。１００元, false",
    })
    void saysWhetherTheSpellingHidTheHit(String text, boolean evaded) throws IOException {
        LexiconScan scan = scan("claims: {V01: [根治, 治愈]}", text);

        assertThat(scan.hits()).extracting(Hit::evaded).containsExactly(evaded);
        assertThat(scan.evaded()).isEqualTo(evaded);
    }

    @Test
    void aDisguiseInTheGapHidesNothing() throws IOException {
        LexiconScan scan = scan("claims: {V01: ['治好~4糖尿病']}", "治好１００人糖尿病");

        assertThat(scan.hits()).extracting(Hit::evaded).containsExactly(false);
    }

    @Test
    void aDisguisedSensitiveWordIsEvasionWithoutAClaim() throws IOException {
        LexiconScan scan = scan("{sensitive: [免费], claims: {V01: [根治]}}", "免*费领取");

        assertThat(scan.evaded()).isTrue();
        assertThat(scan.hits()).isEmpty();
    }

    @Test
    void longerWordsOfClaimsAreSensitiveByThemselves() throws IOException {
        assertThat(lexicon("{sensitive: [免费], claims: {V01: [根治, 永不复发, '治好~4{D}']}, groups: {D: [糖尿病]}}")
                        .sensitiveWords())
                .containsExactlyInAnyOrder("免费", "永不复发");
    }

    @Test
    void aScannerForgetsTheTextBefore() throws IOException {
        Lexicon lexicon = lexicon("claims: {V01: [{say: [根治], unlessText: [农药]}], V02: ['有效率~4#%']}");
        LexiconScanner scanner = lexicon.newScanner();

        scanner.scan(lexicon.normaliser().normalise("农药，有效率98%"));

        assertThat(scanner.scan(lexicon.normaliser().normalise("根治")).claims().stream())
                .containsExactly(0);
        assertThat(scanner.scan(lexicon.normaliser().normalise("有效率很高"))).isEqualTo(LexiconScan.NOTHING);
    }

    @Test
    void refusesAnUnknownGroupWithTheNearestName() throws IOException {
        assertThat(problems("groups: {DISEASE: [糖尿病]}\nclaims: {V01: ['告别{DISEASES}']}\n"))
                .extracting(Problem::message)
                .containsExactly("'告别{DISEASES}' names the group 'DISEASES'. Did you mean 'DISEASE'?");
    }

    @Test
    void refusesAGroupThatNoPhraseNamesWithItsLine() throws IOException {
        assertThat(problems("groups:\n  D: [糖尿病]\n  E: [痛风]\nclaims: {V01: ['告别{D}']}\n"))
                .containsExactly(new Problem(
                        "lexicon.yaml", 3, "groups.E: no phrase names this group. Write {E} in one, or take it away."));
    }

    @Test
    void refusesAWrongPhraseWithItsLine() throws IOException {
        assertThat(problems("claims:\n  V01:\n    - 根治\n    - 根|治\n"))
                .containsExactly(new Problem(
                        "lexicon.yaml", 4, "claims.V01: '根|治' '|' stands outside brackets (at character 2)."));
    }

    @ParameterizedTest
    @CsvSource({
        "'{groups: {D: [糖尿病, ''糖~2病'']}, sensitive: [''{D}'']}', groups.D, 糖~2病",
        "'sensitive: [免费, ''免~1费'']', sensitive, 免~1费",
        "'negation: {before: [不能, ''不~2能'']}', negation.before, 不~2能",
        "'negation: {after: [''是~2骗局'']}', negation.after, 是~2骗局",
        "'claims: {V01: [{say: [根治], unless: [''#天'']}]}', claims.V01.unless, #天",
        "'claims: {V01: [{say: [根治], unlessText: [''#天'']}]}', claims.V01.unlessText, #天",
        "'claims: {V01: [{say: [根治], needs: [''#天'']}]}', claims.V01.needs, #天",
        "'claims: {V01: [{say: [根治], needsText: [''#天'']}]}', claims.V01.needsText, #天",
    })
    void refusesAGapOrANumberWhereWordsAreLookedUpWithTheLine(String yaml, String place, String phrase)
            throws IOException {
        assertThat(problems(yaml))
                .containsExactly(new Problem(
                        "lexicon.yaml",
                        1,
                        place + ": '" + phrase + "' has a gap or a number, and this list holds words only. Write the"
                                + " words out, or move the phrase under 'say'."));
    }

    @Test
    void refusesEveryOddPhraseWithItsLineAndARemedy() throws IOException {
        String yaml = """
                claims:
                  V01:
                    - 根治~0病
                    - 根治~3~4病
                  V02:
                    - say:
                        - 有效率~4#%
                        - '#~4#%'
                """;

        assertThat(problems(yaml))
                .containsExactly(
                        new Problem(
                                "lexicon.yaml",
                                3,
                                "claims.V01: '根治~0病' has a gap of no characters: leave it out, or let it hold at"
                                        + " least 1 (at character 4)."),
                        new Problem(
                                "lexicon.yaml",
                                4,
                                "claims.V01: '根治~3~4病' has two gaps in a row: make them one (at character 5)."),
                        new Problem(
                                "lexicon.yaml",
                                8,
                                "claims.V02.say: '#~4#%' holds numbers only and would never be found: add the word"
                                        + " that they belong to (at character 6)."));
    }

    @Test
    void refusesAConfidenceOfNothing() throws IOException {
        assertThat(problems("claims: {V01: [{say: [根治], confidence: 0}]}"))
                .extracting(Problem::message)
                .containsExactly("claims.V01: confidence must lie above 0 and not above 1.");
    }

    @Test
    void refusesAnUnknownConditionWithTheNearestName() throws IOException {
        assertThat(problems("claims: {V01: [{say: [根治], unles: [农药]}]}"))
                .extracting(Problem::message)
                .containsExactly("unknown key 'unles'. Did you mean 'unless'?");
    }

    private LexiconScan scan(String yaml, String text) throws IOException {
        Lexicon lexicon = lexicon(yaml);
        return lexicon.scan(lexicon.normaliser().normalise(text));
    }

    private Set<String> claims(String yaml, String text) throws IOException {
        Lexicon lexicon = lexicon(yaml);
        LexiconScan scan = lexicon.scan(lexicon.normaliser().normalise(text));
        return scan.claims().stream().mapToObj(lexicon.claims()::get).collect(Collectors.toSet());
    }

    private Lexicon lexicon(String yaml) throws IOException {
        Problems problems = new Problems("lexicon.yaml");
        LexiconDefinition definition = read(yaml, problems);
        problems.throwIfAny();
        return Lexicon.compile(definition, Spellings.NONE);
    }

    private java.util.List<Problem> problems(String yaml) throws IOException {
        Problems problems = new Problems("lexicon.yaml");
        read(yaml, problems);
        return problems.found();
    }

    private LexiconDefinition read(String yaml, Problems problems) throws IOException {
        Path file = folder.resolve("lexicon.yaml");
        Files.writeString(file, yaml);
        return LexiconDefinition.read(file, problems);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
