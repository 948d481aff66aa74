package io.zhiwei.models.measure.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiwei.models.definition.Problem;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.text.TextNormaliser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    private static final String FILE = """
            groups:
              DISEASE: [糖尿病, 高血压]
              CURE: [(根|医)治, 治好]
            sensitive: [根治]
            negation: {before: [警惕, 不得], within: 12, after: [是骗局], behind: 8}
            contexts:
              STATEMENT:
                - {say: [本品不能代替药物], shields: true}
              SHOP: [美容院]
            claims:
              CURES:
                - '{CURE}~4{DISEASE}'
                - {say: [根治, 永不复发], confidence: 0.5}
              RATE:
                - 治愈率~4#%
              DAYS:
                - {say: ['#(天|周)~2见效'], unless: [如果]}
              SAFE:
                - {say: [不复发], atomic: true}
              HEARSAY:
                - {say: [偏方], needs: ['{DISEASE}']}
                - {say: [秘方], needsText: [祖传]}
                - {say: [神药], unlessText: [小说]}
              TALK:
                - 讲座~~30热线
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "根治多年糖尿病|CURES",
                "根治。糖尿病人也能吃|CURES",
                "根治一切难缠的老糖尿病|CURES",
                "治好了多少年的糖尿病|''",
                "治愈率高达98%|RATE",
                "治愈率达九成|RATE",
                "治愈率很高|''",
                "三天就见效|DAYS",
                "如果三天见效|''",
                "警惕根治广告|''",
                "警惕骗子，根治广告|CURES",
                "根治是骗局|''",
                "不得不复发|SAFE",
                "偏方。高血压|''",
                "偏方专治高血压|HEARSAY",
                "秘方|''",
                "祖传三代。秘方|HEARSAY",
                "神药|HEARSAY",
                "小说里的神药|''",
                "讲座开始。请打热线|TALK",
                "美容院|SHOP"
            })
    void findsWhatAPhraseSays(String text, String claims) throws IOException {
        LexiconScan scan = scan(text);

        assertThat(String.join(",", scan.claims())).isEqualTo(claims);
    }

    @Test
    void nothingIsFoundInsideOfPrescribedWording() throws IOException {
        LexiconScan scan = scan("本品不能代替药物，根治糖尿病");

        assertThat(scan.claims()).containsExactlyInAnyOrder("STATEMENT", "CURES");
        assertThat(scan.withoutPrescribed("本品不能代替药物，根治糖尿病")).isEqualTo("        ，根治糖尿病");
    }

    @Test
    void ofOverlappingHitsTheLongestStays() throws IOException {
        LexiconScan scan = scan("根治顽固糖尿病");

        assertThat(scan.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.start()).isZero();
            assertThat(hit.end()).isEqualTo(7);
            assertThat(hit.confidence()).isEqualTo(1);
        });
    }

    @Test
    void marksWhatTheSpellingHides() throws IOException {
        assertThat(scan("根治糖尿病").evaded()).isFalse();
        assertThat(scan("根*治糖尿病").evaded()).isTrue();
        assertThat(scan("根*治糖尿病").hits()).allMatch(Hit::evaded);
    }

    @Test
    void aScannerForgetsTheTextBefore() throws IOException {
        Lexicon lexicon = lexicon();
        LexiconScanner used = lexicon.newScanner();
        List<String> texts = List.of("根治糖尿病，治愈率98%", "", "三天见效", "无事", "祖传秘方", "警惕根治", "讲座热线");
        for (String text : texts) {
            var normal = lexicon.normaliser().normalise(text);
            assertThat(used.scan(normal)).as(text).isEqualTo(lexicon.scan(normal));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(根治;')' is missing",
                "根治);stands outside brackets",
                "根治~;'~' needs the number",
                "根治~5;ends with a gap",
                "(根)?;may not be empty",
                "{CURE;'}' is missing",
                "(根|#);a gap, group or number stands inside brackets"
            })
    void refusesAPhraseThatItCannotRead(String phrase, String complaint) {
        assertThatThrownBy(() -> PhraseParser.parse(phrase))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void namesTheLineOfWhatIsWrong() throws IOException {
        Path file = folder.resolve("lexicon.yaml");
        Files.writeString(file, "claims:\n  A: ['{DISEASE}']\n  B:\n    - {say: ['(x'], confidence: 2}\n");
        Problems problems = new Problems("lexicon.yaml");

        LexiconDefinition.read(file, problems);

        assertThat(problems.found())
                .extracting(Problem::toString)
                .anySatisfy(line -> assertThat(line).contains("lexicon.yaml:4").contains("')' is missing"))
                .anySatisfy(line -> assertThat(line).contains("confidence must lie above 0"))
                .anySatisfy(line -> assertThat(line).contains("names the group 'DISEASE'"));
    }

    private LexiconScan scan(String text) throws IOException {
        Lexicon lexicon = lexicon();
        return lexicon.scan(lexicon.normaliser().normalise(text));
    }

    private Lexicon lexicon() throws IOException {
        Path file = folder.resolve("lexicon.yaml");
        Files.writeString(file, FILE);
        Problems problems = new Problems("lexicon.yaml");
        LexiconDefinition definition = LexiconDefinition.read(file, problems);
        problems.throwIfAny();
        return Lexicon.compile(definition);
    }

    @Test
    void aLexiconWithoutTricksLeavesSpellingsAlone() throws IOException {
        assertThat(lexicon().normaliser().normalise("兔费").text()).isEqualTo("兔费");
        assertThat(TextNormaliser.plain().normalise("療效").text()).isEqualTo("疗效");
    }
}
