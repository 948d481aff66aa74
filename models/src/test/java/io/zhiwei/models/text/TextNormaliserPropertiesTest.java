package io.zhiwei.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.definition.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextNormaliserPropertiesTest {

    private static final TextNormaliser WITH_TRICKS = withTricks();

    @Property(tries = 500)
    void neverFailsAndKeepsItsOffsetsInOrderInsideTheOriginal(@ForAll("anyText") String text) {
        for (TextNormaliser normaliser : List.of(TextNormaliser.plain(), WITH_TRICKS)) {
            NormalText normal = normaliser.normalise(text);

            int start = 0;
            int end = 0;
            for (int i = 0; i < normal.text().length(); i++) {
                assertThat(normal.originalStart(i)).isBetween(start, text.length());
                assertThat(normal.originalEnd(i)).isBetween(end, text.length());
                assertThat(normal.originalEnd(i)).isGreaterThan(normal.originalStart(i));
                start = normal.originalStart(i);
                end = normal.originalEnd(i);
            }
        }
    }

    @Property(tries = 300)
    void theQuoteOfTheWholeIsThePartOfTheOriginalThatLeftATrace(@ForAll("anyText") String text) {
        NormalText normal = WITH_TRICKS.normalise(text);
        int length = normal.text().length();

        String quote = normal.quote(0, length);

        assertThat(text).contains(quote);
        if (length > 0) {
            assertThat(quote).isEqualTo(text.substring(normal.originalStart(0), normal.originalEnd(length - 1)));
            assertThat(WITH_TRICKS
                            .normalise(text.substring(0, normal.originalStart(0)))
                            .text())
                    .isEmpty();
        }
    }

    @Property(tries = 300)
    void plainSimplifiedChineseStaysAsItIs(@ForAll("plainChinese") String text) {
        NormalText normal = TextNormaliser.plain().normalise(text);

        assertThat(normal.text()).isEqualTo(text);
        assertThat(normal.quote(0, text.length())).isEqualTo(text);
        assertThat(normal.disguised(0, text.length())).isFalse();
    }

    @Property(tries = 500)
    void theNormalFormOfANormalFormIsItself(@ForAll("writing") String text) {
        String once = TextNormaliser.plain().normalise(text).text();

        assertThat(TextNormaliser.plain().normalise(once).text()).isEqualTo(once);
    }

    @Property(tries = 200)
    void theSameTextHasTheSameNormalForm(@ForAll("anyText") String text) {
        assertThat(WITH_TRICKS.normalise(text).text())
                .isEqualTo(WITH_TRICKS.normalise(text).text());
    }

    /** Whatever a source may send: unpaired surrogates, emoji, controls, and the pieces of which the tricks are made. */
    @Provide
    Arbitrary<String> anyText() {
        Arbitrary<String> unit = Arbitraries.chars().all().map(String::valueOf);
        Arbitrary<String> points =
                Arbitraries.integers().between(0, Character.MAX_CODE_POINT).map(Character::toString);
        Arbitrary<String> pieces = Arbitraries.of(
                "根", "治", "根治", "糖", "尿", "病", "百分之", "百分百", "九十", "点", "五", "*", " ", "、", "，", "。", "\n", "o", "O",
                "1", "%", "zhi", "liao", "tnb", "氵台", "疒", "月中", "\u200B", "\uFE0F", "\uD83D", "\uDC8A", "💊", "👨‍⚕️",
                "❤️", "兔费", "加卫星", "療", "①", "㍿", "ﷺ", "Ａ", "İ", "ß");
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(1, unit),
                        net.jqwik.api.Tuple.of(1, points),
                        net.jqwik.api.Tuple.of(4, pieces))
                .list()
                .ofMaxSize(24)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> plainChinese() {
        return Arbitraries.of("我们在公园里看见很多孩子和老人今天天气晴朗适合出门散步吃饭工作学习".split(""))
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> writing() {
        Arbitrary<String> pieces = Arbitraries.of(
                "我", "们", "療", "效", "Ａ", "b", "C", "１", "2", " ", "*", "·", "、", "，", "。", "！", "\n", "\u200B", "㎎",
                "½", "…", "％", "-", "💊", "百分之", "九", "（", "“");
        return pieces.list().ofMaxSize(30).map(parts -> String.join("", parts));
    }

    private static TextNormaliser withTricks() {
        Problems problems = new Problems("spellings.yaml");
        try {
            Spellings spellings = Spellings.read(Path.of("reference", "spellings.yaml"), problems);
            problems.throwIfAny();
            return TextNormaliser.of(spellings, List.of("根治", "治疗", "糖尿病", "肿瘤", "免费", "微信", "高血压", "永不复发"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
