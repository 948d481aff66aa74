package io.zhiwei.models.measure.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NgramsTest {

    private record Gram(int bucket, int start, int end) {}

    @Property(tries = 200)
    void everyBucketExistsAndEveryNgramLiesInsideTheText(@ForAll String text) {
        assertThat(grams(text)).allSatisfy(gram -> {
            assertThat(gram.bucket()).isBetween(0, Ngrams.BUCKETS - 1);
            assertThat(gram.start()).isBetween(0, text.length());
            assertThat(gram.end()).isBetween(gram.start(), text.length());
        });
    }

    @ParameterizedTest
    @CsvSource({"治愈率98%, 治愈率35%", "1天, 7天"})
    void digitsCountAsOneSign(String one, String other) {
        assertThat(buckets(one)).isEqualTo(buckets(other));
    }

    @ParameterizedTest
    @CsvSource({"'根 治', 根治", "' 根治', 根治", "'根治   ', 根治", "'根治     糖尿病', 根治糖尿病"})
    void blanksCountAsNone(String withBlanks, String without) {
        assertThat(buckets(withBlanks)).isEqualTo(buckets(without));
    }

    @Test
    void theEdgesOfTheTextAreCharacters() {
        assertThat(buckets("根治")).isNotEqualTo(buckets("治根"));
    }

    @Test
    void aCharacterAloneHasItsBucketWhereverItStands() {
        assertThat(bucketOf("根治病", 1, 2)).isEqualTo(bucketOf("不要治了", 2, 3));
    }

    @Test
    void ngramsHaveFourCharactersAtMost() {
        assertThat(grams("甲乙丙丁戊己庚"))
                .extracting(gram -> gram.end() - gram.start())
                .allMatch(length -> length <= Ngrams.LONGEST);
    }

    private static int bucketOf(String text, int start, int end) {
        return grams(text).stream()
                .filter(gram -> gram.start() == start && gram.end() == end)
                .findFirst()
                .orElseThrow()
                .bucket();
    }

    private static List<Integer> buckets(String text) {
        List<Integer> buckets = new ArrayList<>();
        grams(text).forEach(gram -> buckets.add(gram.bucket()));
        Collections.sort(buckets);
        return buckets;
    }

    private static List<Gram> grams(String text) {
        List<Gram> grams = new ArrayList<>();
        Ngrams.visit(text, (bucket, start, end) -> grams.add(new Gram(bucket, start, end)));
        return grams;
    }
}
