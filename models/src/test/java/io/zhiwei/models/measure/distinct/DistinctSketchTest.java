package io.zhiwei.models.measure.distinct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hash of the sketches is fixed, so these estimates are the same in every run. */
class DistinctSketchTest {

    private static byte[] sketch(int from, int to) {
        byte[] sketch = DistinctSketch.empty();
        for (int i = from; i < to; i++) {
            sketch = DistinctSketch.with(sketch, "buyer-" + i);
            sketch = DistinctSketch.with(sketch, "buyer-" + i);
        }
        return sketch;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 1_000, 20_000})
    void estimatesWithinThreeStandardErrors(int count) {
        assertThat(DistinctSketch.estimate(List.of(sketch(0, count)), List.of()))
                .isCloseTo(count, within(0.06 * count));
    }

    @Test
    void countsWhatSketchesAndTextsShareOnce() {
        List<String> texts =
                IntStream.range(2_500, 3_500).mapToObj(i -> "buyer-" + i).toList();

        double estimate = DistinctSketch.estimate(List.of(sketch(0, 2_000), sketch(1_000, 3_000)), texts);

        assertThat(estimate).isCloseTo(3_500, within(0.07 * 3_500));
    }

    @Test
    void isEmptyOfNothing() {
        assertThat(DistinctSketch.estimate(List.of(DistinctSketch.empty()), List.of()))
                .isZero();
    }

    @Test
    void staysSmall() {
        assertThat(sketch(0, 20_000).length).isLessThan(2_200);
    }
}
