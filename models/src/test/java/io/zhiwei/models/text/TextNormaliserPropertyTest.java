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

class TextNormaliserPropertyTest {

    private final TextNormaliser normaliser;

    TextNormaliserPropertyTest() throws IOException {
        Problems problems = new Problems("spellings.yaml");
        Spellings spellings = Spellings.read(Path.of("reference", "spellings.yaml"), problems);
        problems.throwIfAny();
        normaliser = TextNormaliser.of(spellings, List.of("根治", "糖尿病", "永不复发", "治疗", "免费"));
    }

    @Property(tries = 2_000)
    void everyPositionLeadsBackIntoTheOriginal(@ForAll("texts") String original) {
        NormalText text = normaliser.normalise(original);

        int before = 0;
        for (int i = 0; i < text.text().length(); i++) {
            assertThat(text.originalStart(i)).isBetween(before, original.length() - 1);
            assertThat(text.originalEnd(i)).isBetween(text.originalStart(i) + 1, original.length());
            before = text.originalStart(i);
        }
    }

    @Property(tries = 2_000)
    void aNormalFormIsItsOwnNormalForm(@ForAll("plain") String original) {
        String once = normaliser.normalise(original).text();

        assertThat(normaliser.normalise(once).text()).isEqualTo(once);
    }

    @Property(tries = 500)
    void plainWordsStayAsTheyAre(@ForAll("words") List<String> words) {
        String text = String.join("，", words);

        NormalText normal = normaliser.normalise(text);

        assertThat(normal.text()).isEqualTo(text.replace('，', ','));
        assertThat(normal.disguised(0, normal.text().length())).isFalse();
    }

    /** Everything that can stand in a message: any UTF-16 unit, lone surrogates included, and pieces of the tricks. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> wild = Arbitraries.chars().map(String::valueOf);
        Arbitrary<String> pieces = Arbitraries.of(
                "根", "治", "氵", "台", "糖", "尿", "病", "永不复发", "zhi", "tnb", " ", "*", "、", "百分之", "九", "十", "点", "o", "1",
                "💊", "👨‍⚕️", "\u200b", "\ud83d", "①", "１", "療", "❤", "信", "\n");
        return Arbitraries.oneOf(wild, pieces).list().ofMaxSize(30).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.of("根治", "糖尿病", "食品", "，", "。", "a", "B", "３", "療", "💊", "x y", "好的", "\u200b", "①")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("今天天气好", "本店大米新到", "欢迎选购", "口感扎实", "学校放假通知", "颜色耐看")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
