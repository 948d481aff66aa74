package io.zhiwei.models.measure.disproportionality.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FalseSharesTest {

    @Test
    void oneOfManyMustBeMoreUnlikelyThanOneOfFew() {
        FalseShares few = FalseShares.of(uniform(100));
        FalseShares many = FalseShares.of(uniform(10_000));

        assertThat(few.of(0.0004)).isEqualTo(0.05);
        assertThat(many.of(0.0004)).isNaN();
        assertThat(many.of(0.0000009)).isEqualTo(0.01);
    }

    @Test
    void manyThatAreBelievedMakeTheNextMoreBelievable() {
        double[] mixed = DoubleStream.concat(
                        DoubleStream.generate(() -> 1e-9).limit(99), DoubleStream.of(uniform(9_900)))
                .toArray();

        assertThat(FalseShares.of(mixed).of(0.0004)).isEqualTo(0.05);
    }

    @Test
    void nothingIsBelievedBeforeTheFirstSweep() {
        assertThat(FalseShares.NONE.of(0)).isNaN();
    }

    private static double[] uniform(int count) {
        return DoubleStream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> i / count)
                .toArray();
    }
}
