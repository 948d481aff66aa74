package io.zhiwei.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.text.Evasion.Trick;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EvasionTest {

    private static final String TEXT = "专家根治糖尿病，疗效100%，加微信免费领药";
    private static final List<String> WORDS = List.of("根治", "糖尿病", "疗效", "100%", "微信", "免费", "领药");
    private static Spellings spellings;

    @BeforeAll
    static void readTheTricks() throws IOException {
        spellings = Spellings.read(Path.of("reference", "spellings.yaml"), new Problems("spellings.yaml"));
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedMakesTheSameDisguise(Trick trick) {
        assertThat(new Evasion(spellings, 7).disguise(trick, TEXT, WORDS))
                .isEqualTo(new Evasion(spellings, 7).disguise(trick, TEXT, WORDS));
    }

    @Test
    void anotherSeedMakesAnotherDisguise() {
        assertThat(new Evasion(spellings, 1).disguise(Trick.HOMOPHONE, TEXT, WORDS))
                .isNotEqualTo(new Evasion(spellings, 2).disguise(Trick.HOMOPHONE, TEXT, WORDS));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CIRCLED")
    void eachTrickChangesTheText(Trick trick) {
        assertThat(new Evasion(spellings, 3).disguise(trick, TEXT, WORDS)).isNotEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "SPLIT_CHARACTERS, 治疗, 氵台疒了",
        "INITIALS, 糖尿病, tnb",
        "INITIALS, 根治, 根治",
        "ZERO_WIDTH, 根治, '根\u200B治'",
        "FULL_WIDTH, 98%, ９８％",
        "CIRCLED, 98%, ⑨⑧%",
        "TRADITIONAL, 疗效, 療效",
        "LATIN, 100%, 1OO%",
        "LATIN, 癌症, A症",
        "EMOJI, 微信, ❤信",
    })
    void disguisesAsEvadersDo(Trick trick, String word, String disguise) {
        assertThat(new Evasion(spellings, 1).disguise(trick, word, List.of(word)))
                .isEqualTo(disguise);
    }

    @Test
    void leavesWordsAloneThatNobodyAskedFor() {
        assertThat(new Evasion(spellings, 1).disguise(Trick.INTERLEAVED, "今天天气好", WORDS))
                .isEqualTo("今天天气好");
    }

    @ParameterizedTest
    @EnumSource(names = {"SPLIT_CHARACTERS", "INTERLEAVED", "FULL_WIDTH", "TRADITIONAL", "ZERO_WIDTH"})
    void theNormaliserSeesThroughTheTricksThatNeedNoLuck(Trick trick) {
        TextNormaliser normaliser = TextNormaliser.of(spellings, List.of("根治", "糖尿病", "疗效", "微信", "免费"));

        String disguised = new Evasion(spellings, 11).disguise(trick, TEXT, WORDS);

        assertThat(normaliser.normalise(disguised).text()).contains("根治", "糖尿病", "疗效", "微信", "免费");
    }
}
