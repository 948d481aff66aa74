package io.zhiwei.models.measure.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiwei.models.measure.lexicon.Phrase.Number;
import io.zhiwei.models.measure.lexicon.Phrase.Part;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseParserTest {

    @Test
    void charactersStandForThemselves() {
        assertThat(PhraseParser.parse("根治").parts()).containsExactly(words(0, "根治"));
    }

    @Test
    void bracketsHoldAlternatives() {
        assertThat(PhraseParser.parse("(包|保)(治|好)").parts()).containsExactly(words(0, "包治", "包好", "保治", "保好"));
    }

    @Test
    void aQuestionMarkMakesBracketsOptional() {
        assertThat(PhraseParser.parse("永(久)?不").parts()).containsExactly(words(0, "永久不", "永不"));
    }

    @Test
    void bracketsMayStandInBracketsAndHoldNothing() {
        assertThat(PhraseParser.parse("((甲|乙)型|)肝炎").parts()).containsExactly(words(0, "甲型肝炎", "乙型肝炎", "肝炎"));
    }

    @Test
    void namesGroupsAndNumbers() {
        assertThat(PhraseParser.parse("{DISEASE}#天#%").parts())
                .containsExactly(
                        new Part(Set.of(), "DISEASE", Number.NONE, 0, false),
                        new Part(Set.of(), "", Number.ANY, 0, false),
                        words(0, "天"),
                        new Part(Set.of(), "", Number.PERCENT, 0, false));
    }

    @Test
    void aWaveIsAGapInsideASentenceAndTwoAreOneOfAny() {
        assertThat(PhraseParser.parse("治好~8病~~200电话").parts())
                .containsExactly(
                        words(0, "治好"),
                        new Part(Set.of("病"), "", Number.NONE, 8, false),
                        new Part(Set.of("电话"), "", Number.NONE, 200, true));
    }

    @Test
    void keepsItsSource() {
        assertThat(PhraseParser.parse("治好~8病").source()).isEqualTo("治好~8病");
    }

    @ParameterizedTest(name = "[{index}] {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "'' ; '' ends with a gap or says nothing (at character 1).",
                "根治~8 ; '根治~8' ends with a gap or says nothing (at character 5).",
                "{DISEASE ; '{DISEASE' '}' is missing (at character 1).",
                "根治~病 ; '根治~病' '~' needs the number of characters behind it (at character 4).",
                "根治~~病 ; '根治~~病' '~' needs the number of characters behind it (at character 5).",
                "根治~99999999999病 ; '根治~99999999999病' has a gap of more than 9999 characters (at character 4).",
                "根|治 ; '根|治' '|' stands outside brackets (at character 2).",
                "根)治 ; '根)治' ')' stands outside brackets (at character 2).",
                "(根|治 ; '(根|治' ')' is missing, or a gap, group or number stands inside brackets (at character 5).",
                "(根~3治) ; '(根~3治)' ')' is missing, or a gap, group or number stands inside brackets (at character 3).",
                "(根{A}) ; '(根{A})' ')' is missing, or a gap, group or number stands inside brackets (at character 3).",
                "~8根治 ; '~8根治' begins with a gap: leave it out, what stands before a phrase does not matter (at character 1).",
                "根治~0病 ; '根治~0病' has a gap of no characters: leave it out, or let it hold at least 1 (at character 4).",
                "根治~~00病 ; '根治~~00病' has a gap of no characters: leave it out, or let it hold at least 1 (at character 5).",
                "根治~3~4病 ; '根治~3~4病' has two gaps in a row: make them one (at character 5).",
                "根治~3~~40病 ; '根治~3~~40病' has two gaps in a row: make them one (at character 5).",
                "# ; '#' holds numbers only and would never be found: add the word that they belong to (at character 2).",
                "#~4#% ; '#~4#%' holds numbers only and would never be found: add the word that they belong to (at character 6).",
                "(根)? ; '(根)?' a part may not be empty as a whole (at character 5).",
            })
    void saysWhatIsWrongAndWhere(String source, String message) {
        assertThatThrownBy(() -> PhraseParser.parse(source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAPartThatStandsForTooManyWords() {
        String ten = "(一|二|三|四|五|六|七|八|九|十)";

        assertThatThrownBy(() -> PhraseParser.parse(ten.repeat(4)))
                .hasMessageContaining("stands for more than 5000 words");
    }

    private static Part words(int gap, String... words) {
        return new Part(Set.of(words), "", Number.NONE, gap, false);
    }
}
