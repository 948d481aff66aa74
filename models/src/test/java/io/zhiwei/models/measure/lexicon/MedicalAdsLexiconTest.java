package io.zhiwei.models.measure.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.text.NormalText;
import io.zhiwei.models.text.Spellings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The lexicon of the library against slower ways to the same answer. */
class MedicalAdsLexiconTest {

    private static final LexiconDefinition DEFINITION = read();
    private static final Lexicon LEXICON = Lexicon.compile(DEFINITION, spellings());
    private static final List<String> WORDS = new ArrayList<>(LEXICON.vocabulary());
    private final LexiconScanner reused = LEXICON.newScanner();

    @Property(tries = 300)
    void aScannerThatIsUsedAgainFindsTheSameAsAFreshOne(@ForAll("texts") List<String> texts) {
        for (String text : texts) {
            NormalText normal = LEXICON.normaliser().normalise(text);

            assertThat(reused.scan(normal)).isEqualTo(LEXICON.newScanner().scan(normal));
        }
    }

    @Property(tries = 300)
    void theAutomatonFindsWhatASearchForEachWordFinds(@ForAll("text") String text) {
        String normal = LEXICON.normaliser().normalise(text).text();
        Set<String> found = new TreeSet<>();
        Marks marks = new Marks(LEXICON.elements().count());
        LEXICON.automaton().scan(normal.toCharArray(), normal.length(), marks);
        for (int i = 0; i < marks.elements(); i++) {
            for (int mark = marks.first(marks.element(i)); mark != Marks.NONE; mark = marks.next(mark)) {
                found.add(marks.start(mark) + "-" + marks.end(mark));
            }
        }

        Set<String> searched = new TreeSet<>();
        for (String word : WORDS) {
            for (int at = normal.indexOf(word); at >= 0; at = normal.indexOf(word, at + 1)) {
                searched.add(at + "-" + (at + word.length()));
            }
        }
        assertThat(found).isEqualTo(searched);
    }

    @Property(tries = 300)
    void everyHitLiesInsideTheTextAndNoTwoOfAClaimOverlap(@ForAll("text") String text) {
        NormalText normal = LEXICON.normaliser().normalise(text);

        List<Hit> hits = LEXICON.scan(normal).hits();

        for (int i = 0; i < hits.size(); i++) {
            assertThat(hits.get(i).start())
                    .isNotNegative()
                    .isLessThan(hits.get(i).end());
            assertThat(hits.get(i).end()).isLessThanOrEqualTo(normal.text().length());
            for (int j = 0; j < i; j++) {
                assertThat(hits.get(i).claim() == hits.get(j).claim()
                                && hits.get(i).overlaps(hits.get(j)))
                        .as("%s and %s", hits.get(i), hits.get(j))
                        .isFalse();
            }
        }
    }

    @Provide
    Arbitrary<String> text() {
        Arbitrary<String> others = Arbitraries.of(
                "，", "。", "！", "\n", "的", "了", "不能", "3", "三", "百分之九十", "98%", "天", "*", " ", "警惕", "骗局", "治", "疗",
                "病");
        return Arbitraries.oneOf(Arbitraries.of(WORDS), Arbitraries.of(WORDS), others)
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return text().list().ofMinSize(2).ofMaxSize(3);
    }

    private static LexiconDefinition read() {
        Problems problems = new Problems("lexicon.yaml");
        try {
            LexiconDefinition definition =
                    LexiconDefinition.read(Path.of("library", "medical-ads", "lexicon.yaml"), problems);
            problems.throwIfAny();
            return definition;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Spellings spellings() {
        Problems problems = new Problems("spellings.yaml");
        try {
            return Spellings.read(Path.of("reference", "spellings.yaml"), problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
