package io.zhiwei.models.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.assessment.Evidence;
import io.zhiwei.models.assessment.Finding;
import io.zhiwei.models.assessment.Highlight;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.keyed.Carrier;
import io.zhiwei.models.keyed.Visit;
import io.zhiwei.models.trial.EventCells;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenerTest {

    private static final Schema SCHEMA = EventStream.ADVERTISEMENTS.schema();

    private static final String LEXICON = """
            negation: {before: [不能], within: 6, after: [骗局], behind: 8}
            contexts:
              NOTICE: [市场监管局]
            claims:
              V01: [根治, 永不复发]
              V02: [{say: ['有效率~4#%'], confidence: 0.5}]
            """;

    private static final String MODEL = """
            id: small
            version: 3
            since: 2026-01-01
            author: tests
            name: {zh: 小模型, en: Small}
            description: {zh: 小模型, en: Small}
            stream: advertisements
            event: {schema: io.zhiwei.schemas.Advertisement, id: adId, time: publishedAt, region: regionCode, category: category, particulars: [url, views]}
            text: {fields: [text, ocrText], lexicon: lexicon.yaml}
            subject: {kind: creative, key: ['advertiserUscc|advertiserName', creative], name: [advertiserName, productName]}
            thresholds:
              minPages: {value: 3, min: 2, max: 9, unit: pages, reason: test}
              maxFontRatio: {value: 3, min: 1, max: 9, unit: ratio, reason: test}
            derived:
              gate:
                cases: [{when: "publisherKind == 'AUTHORITY'", value: "'NOT_AD'"}]
                otherwise: "'AD'"
            applies: "gate == 'AD'"
            evasionMultiplier: 1.2
            indicators:
              - id: S-01
                name: {zh: 保证, en: Guarantee}
                measure: lexicon
                claims: [V01]
                weight: 40
                weights:
                  - {when: "category == 'HF'", weight: 60}
                floors:
                  - {when: "category == 'SPC'", level: ORANGE}
                legalBasis: [{law: 广告法, article: '16', since: 2021-04-29}]
              - id: S-02
                name: {zh: 有效率, en: Rate}
                measure: lexicon
                claims: [V02]
                weight: 50
                legalBasis: [{law: 广告法, article: '16', since: 2021-04-29}]
              - id: S-03
                name: {zh: 小字, en: Small print}
                measure: expression
                role: aggravating
                when: claimFontRatio >= thresholds.maxFontRatio
                weight: 20
                legalBasis: [{law: 广告法, article: '8', since: 2021-04-29}]
              - id: S-04
                name: {zh: 多页, en: Many pages}
                measure: window
                role: aggravating
                threshold: minPages
                feeds:
                  - {entity: [creative], beside: true, members: {page: url}, keep: P7D}
                figures:
                  pages: {distinct: page, within: P7D, around: true}
                fires: pages >= thresholds.minPages
                weight: 20
                legalBasis: [{law: 广告法, article: '34', since: 2021-04-29}]
              - id: S-05
                name: {zh: 登记, en: Register}
                measure: registry
                awaits: registry
                weight: 20
                legalBasis: [{law: 广告法, article: '34', since: 2021-04-29}]
            factors:
              cap: 1.5
              circumstances:
                exposure:
                  cases: [{when: views >= 1000000, multiply: 1.3}, {when: views < 1000, multiply: 0.9}]
                  source: test
                disease:
                  cases: [{when: live, multiply: 1.4}]
                  source: test
            exemptions:
              notice:
                when: claims.NOTICE
                keep: 0.1
                reason: 监管提示
              journal:
                when: "medium == 'PROFESSIONAL_JOURNAL'"
                keep: 0
                indicators: [S-02]
                reason: 专业刊物
            levels:
              BLUE: {from: 30, reviewWorkingDays: 3}
            leadAgency:
              cases: [{when: "category == 'MED'", agency: 卫健委}]
              otherwise: 市场监管局
            triage: [核对原文]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it first.
    Path library;

    @Test
    void findsASignAndQuotesItFromTheFieldWhereItStands() throws IOException {
        Screening screening = screen("text", "春季新品", "ocrText", "本品根*治糖尿病");

        assertThat(screening.own().modelId()).isEqualTo("small");
        assertThat(screening.own().modelVersion()).isEqualTo(3);
        Finding finding = only(screening);
        assertThat(finding.indicatorId()).isEqualTo("S-01");
        assertThat(finding.evaded()).isTrue();
        assertThat(finding.weight()).isCloseTo(40 * 1.2, within(1e-9));
        Evidence evidence = finding.evidence();
        assertThat(evidence.field()).isEqualTo("ocrText");
        assertThat(evidence.excerpt()).contains("本品根*治糖尿病");
        Highlight part = evidence.highlights().get(0);
        assertThat(evidence.excerpt().substring(part.start(), part.end())).isEqualTo("根*治");
        assertThat(evidence.note()).contains("根治");
    }

    @Test
    void findsNothingInNothing() throws IOException {
        Screening screening = screen();

        assertThat(screening.own().findings()).isEmpty();
        assertThat(screening.visits()).isEmpty();
    }

    @Test
    void doesNotJoinAWordAcrossFields() throws IOException {
        assertThat(screen("text", "根", "ocrText", "治").own().findings()).isEmpty();
    }

    @Test
    void aConditionDecidesWeightAndFloor() throws IOException {
        assertThat(only(screen("text", "根治", "category", "HF")).weight()).isEqualTo(60);
        assertThat(only(screen("text", "根治", "category", "HF")).floor()).isEqualTo(Level.NONE);
        assertThat(only(screen("text", "根治", "category", "SPC")).weight()).isEqualTo(40);
        assertThat(only(screen("text", "根治", "category", "SPC")).floor()).isEqualTo(Level.ORANGE);
    }

    @Test
    void aModelThatDoesNotApplyIsSilent() throws IOException {
        assertThat(screen("text", "根治", "publisherKind", "AUTHORITY").own().findings())
                .isEmpty();
    }

    @Test
    void aLookAlikeTakesWeightAwayAndSaysWhy() throws IOException {
        Screening screening = screen("text", "根治。市场监管局");

        assertThat(only(screening).confidence()).isCloseTo(0.1, within(1e-9));
        assertThat(screening.own().exemptions()).containsExactly("notice: 监管提示");
    }

    @Test
    void aLookAlikeThatKeepsNothingTakesOnlyItsIndicatorsAway() throws IOException {
        Screening screening = screen("text", "根治，有效率98%", "medium", "PROFESSIONAL_JOURNAL");

        assertThat(only(screening).indicatorId()).isEqualTo("S-01");
        assertThat(screening.own().exemptions()).containsExactly("journal: 专业刊物");
    }

    @Test
    void aLookAlikeThatConcernsNothingFoundIsNotNamed() throws IOException {
        assertThat(screen("text", "根治", "medium", "PROFESSIONAL_JOURNAL").own().exemptions())
                .isEmpty();
    }

    @Test
    void circumstancesMultiplyUpToTheCap() throws IOException {
        Screening one = screen("text", "根治", "views", "2000000");
        Screening two = screen("text", "根治", "views", "2000000", "live", "true");
        Screening less = screen("text", "根治", "views", "10");

        assertThat(one.own().multiplier()).isEqualTo(1.3);
        assertThat(one.own().factors()).containsExactly("exposure");
        assertThat(two.own().multiplier()).isEqualTo(1.5);
        assertThat(two.own().factors()).containsExactly("exposure", "disease");
        assertThat(less.own().multiplier()).isEqualTo(0.9);
    }

    @Test
    void whatIsUnknownIsNoCircumstance() throws IOException {
        Screening screening = screen("text", "根治");

        assertThat(screening.own().multiplier()).isEqualTo(1);
        assertThat(screening.own().factors()).isEmpty();
        assertThat(only(screening).indicatorId()).isEqualTo("S-01");
    }

    @Test
    void anEventWithASignVisitsItsEntity() throws IOException {
        Screening screening = screen("text", "根治", "url", "https://a.example/1");

        assertThat(screening.visits()).hasSize(1);
        Visit visit = screening.visits().get(0);
        assertThat(visit.modelId()).isEqualTo("small");
        assertThat(visit.indicator()).startsWith("S-04#");
        assertThat(visit.entry().texts()[0]).isEqualTo("https://a.example/1");
        assertThat(visit.entry().carrier()).isEqualTo(Carrier.of(screening.own().bare()));
    }

    @Test
    void equalCreativesVisitTheSameEntityAndOthersAnother() throws IOException {
        Screener screener = screener(MODEL);

        String first = visit(screener, "根治糖尿病", "a").entity();
        assertThat(visit(screener, "根 治糖尿病", "b").entity()).isEqualTo(first);
        assertThat(visit(screener, "根治高血压", "c").entity()).isNotEqualTo(first);
    }

    @Test
    void whatOnlyAggravatesVisitsNobody() throws IOException {
        Screening screening = screen("text", "新品", "url", "https://a.example/1", "claimFontRatio", "5");

        assertThat(only(screening).indicatorId()).isEqualTo("S-03");
        assertThat(screening.visits()).isEmpty();
    }

    @Test
    void anEventWithoutAMemberVisitsNobody() throws IOException {
        assertThat(screen("text", "根治").visits()).isEmpty();
    }

    @Test
    void nearEqualCreativesVisitFourBands() throws IOException {
        Screener screener = screener(MODEL.replace("beside: true,", "beside: true, near: 3,"));

        Screening screening = screener.screen(event("text", "根治糖尿病", "url", "a"));

        assertThat(screening.visits()).hasSize(4);
        assertThat(screening.visits()).extracting(Visit::entity).doesNotHaveDuplicates();
        assertThat(screening.visits())
                .extracting(visit -> visit.entry().fingerprint())
                .containsOnly(screening.visits().get(0).entry().fingerprint());
    }

    @Test
    void namesSubjectAgencyAndParticulars() throws IOException {
        Screening screening =
                screen("text", "根治", "advertiserName", "某公司", "productName", "某茶", "category", "MED", "views", "12");

        assertThat(screening.own().subject().name()).isEqualTo("某公司 · 某茶");
        assertThat(screening.own().profile().leadAgency()).isEqualTo("卫健委");
        assertThat(screening.own().profile().particulars()).containsExactly(Map.entry("views", "12"));
    }

    @Test
    void theCodeOfTheAdvertiserGoesBeforeItsName() throws IOException {
        Screener screener = screener(MODEL);

        String byCode = key(screener, "text", "根治", "advertiserUscc", "91420700MA48XXXX0A", "advertiserName", "甲");
        assertThat(key(screener, "text", "根治", "advertiserUscc", "91420700MA48XXXX0A", "advertiserName", "乙"))
                .isEqualTo(byCode);
        assertThat(key(screener, "text", "根治", "advertiserName", "甲")).isNotEqualTo(byCode);
    }

    @Test
    void theEventBeforeLeavesNoTrace() throws IOException {
        Screener screener = screener(MODEL);
        GenericRecord event = event("text", "新品", "views", "10");
        Screening fresh = screener(MODEL).screen(event);

        screener.screen(event("text", "根治，有效率98%", "category", "HF", "live", "true", "claimFontRatio", "5"));

        assertThat(screener.screen(event)).isEqualTo(fresh);
    }

    @Test
    void refusesAnUnknownFieldInAnExpressionWithLineAndTheNearestName() {
        refuses("when: claimFontRatio >=", "when: claimFontRati >=", "S-03", "claimFontRati", "'claimFontRatio'");
    }

    @Test
    void refusesATypeErrorWithItsLine() {
        refuses("when: claimFontRatio >= thresholds.maxFontRatio", "when: claimFontRatio == 'wide'", "S-03", "wide");
    }

    @Test
    void refusesAConditionThatIsNoTruthValue() {
        refuses("when: claimFontRatio >= thresholds.maxFontRatio", "when: claimFontRatio", "S-03", "claimFontRatio");
    }

    @Test
    void refusesASymbolThatTheFieldNeverHas() {
        refuses(
                "{when: \"category == 'HF'\"",
                "{when: \"category == 'HFF'\"",
                "category == 'HFF'",
                "'category' is never 'HFF'. Did you mean 'HF'?");
    }

    @Test
    void refusesAnUnknownClaimWithTheNearestName() {
        refuses("claims: [V02]", "claims: [V022]", "S-02", "the lexicon has no claim 'V022'. Did you mean 'V02'?");
    }

    @Test
    void refusesAThresholdOutsideItsRange() {
        refuses(
                "minPages: {value: 3",
                "minPages: {value: 30",
                "minPages: {value: 30",
                "30.0 lies outside 2.0 to 9.0. Correct the value or its range.");
    }

    @Test
    void refusesALegalBasisWithoutADate() {
        refuses("article: '8', since: 2021-04-29", "article: '8'", "article: '8'", "'since' is missing.");
    }

    @Test
    void refusesAnIndicatorWithoutALaw() {
        refuses(
                "    legalBasis: [{law: 广告法, article: '8', since: 2021-04-29}]\n",
                "",
                "S-03",
                "legalBasis is missing. Name law, article and since.");
    }

    @Test
    void refusesAnUnknownKeyWithTheNearestName() {
        refuses("weight: 50", "weigth: 50", "weigth", "unknown key 'weigth'. Did you mean 'weight'?");
    }

    @Test
    void refusesAnUnknownThresholdWithTheNearestName() {
        refuses(
                "threshold: minPages",
                "threshold: minPage",
                "S-04",
                "there is no threshold 'minPage'. Did you mean 'minPages'?");
    }

    @Test
    void refusesAnExemptionOfAnUnknownIndicator() {
        refuses("indicators: [S-02]", "indicators: [S-20]", "journal:", "there is no indicator 'S-20'.");
    }

    @Test
    void refusesAWeightThatIsNone() {
        refuses("weight: 60}", "weight: 600}", "weight: 600", "'600' is not a weight from 0 to 100.");
    }

    @Test
    void refusesAMultiplierThatIsNone() {
        refuses("multiply: 1.4", "multiply: much", "multiply: much", "'much' is not a multiplier.");
    }

    @Test
    void refusesATextFieldThatTheEventDoesNotHave() {
        assertThatThrownBy(() -> screener(MODEL.replace("[text, ocrText]", "[text, ocrTex]")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("the event has no field 'ocrTex'. Did you mean 'ocrText'?");
    }

    @Test
    void refusesEveryMistakeAtOnce() {
        assertThatThrownBy(() -> screener(
                        MODEL.replace("weight: 60}", "weight: 600}").replace("multiply: 1.4", "multiply: much")))
                .hasMessageContainingAll("'600' is not a weight", "'much' is not a multiplier");
    }

    @Test
    void refusesAClaimAndAContextThatNothingReadsWithTheirLines() {
        String lexicon = LEXICON.replace("NOTICE: [市场监管局]", "NOTICE: [市场监管局]\n  IDLE: [天气]") + "  V03: [同类第一]\n";

        assertThatThrownBy(() -> screener(MODEL, lexicon))
                .isInstanceOf(DefinitionException.class)
                .hasMessage("""
                        small/lexicon.yaml:4: contexts.IDLE: no indicator and no expression reads it. Name it in \
                        model.yaml, or take it away.
                        small/lexicon.yaml:8: claims.V03: no indicator and no expression reads it. Name it in \
                        model.yaml, or take it away.""");
    }

    @Test
    void aContextThatShieldsPrescribedWordingNeedsNoReader() {
        String lexicon =
                LEXICON.replace("NOTICE: [市场监管局]", "NOTICE: [市场监管局]\n  MANDATORY: [{say: [不能代替药物], shields: true}]");

        assertThatCode(() -> screener(MODEL, lexicon)).doesNotThrowAnyException();
    }

    @Test
    void whatAnIndicatorReadsThatAwaitsItsStreamIsNotIdle() {
        String lexicon = LEXICON + "  V03: [同类第一]\n";

        assertThatCode(() -> screener(
                        MODEL.replace("awaits: registry\n", "awaits: registry\n    when: claims.V03\n"), lexicon))
                .doesNotThrowAnyException();
    }

    /** The problem stands at the line of the fragment, and says the words. */
    private void refuses(String right, String wrong, String fragment, String... words) {
        assertThat(MODEL).contains(right);
        String model = MODEL.replace(right, wrong);
        int line = model.substring(0, model.indexOf(fragment)).split("\n", -1).length;

        assertThatThrownBy(() -> screener(model))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("small/model.yaml:" + line + ": ")
                .hasMessageContainingAll(words);
    }

    private Screening screen(String... cells) throws IOException {
        return screener(MODEL).screen(event(cells));
    }

    private Screener screener(String model) throws IOException {
        return screener(model, LEXICON);
    }

    private Screener screener(String model, String lexicon) throws IOException {
        Path folder = Files.createDirectories(library.resolve("library").resolve("small"));
        Files.writeString(folder.resolve("model.yaml"), model);
        Files.writeString(folder.resolve("lexicon.yaml"), lexicon);
        return Screener.of(ModelLibrary.loadModel(folder), SCHEMA);
    }

    private static Visit visit(Screener screener, String text, String url) {
        return screener.screen(event("text", text, "url", url)).visits().get(0);
    }

    private static String key(Screener screener, String... cells) {
        return screener.screen(event(cells)).own().subject().id();
    }

    private static Finding only(Screening screening) {
        assertThat(screening.own().findings()).hasSize(1);
        return screening.own().findings().get(0);
    }

    private static GenericRecord event(String... cells) {
        Map<String, String> values = new HashMap<>(Map.of("adId", "a1", "publishedAt", "2026-06-01T09:00:00+08:00"));
        for (int i = 0; i < cells.length; i += 2) {
            values.put(cells[i], cells[i + 1]);
        }
        return new EventCells(SCHEMA).event(values);
    }
}
