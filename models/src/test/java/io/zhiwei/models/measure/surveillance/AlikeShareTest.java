package io.zhiwei.models.measure.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values by exact fractions. */
class AlikeShareTest {

    @Test
    void whereNothingIsKnownTheUsualShareCountsAsOneReport() {
        // B(6, 9) / B(1, 9) = 1 / C(14, 5)
        assertThat(new AlikeShare(0, 0, 0.1).atLeast(5, 5)).isCloseTo(1 / 2002.0, within(1e-12));
        // B(7, 9) / B(2, 9) = 90 · 8! · 6! / 15!
        assertThat(new AlikeShare(1, 0, 0.1).atLeast(5, 5)).isCloseTo(2 / 1001.0, within(1e-12));
    }

    @Test
    void addsUpFromTheLeastToAll() {
        // Uniform: each number of the kind is as likely as any other.
        AlikeShare uniform = new AlikeShare(0, 0, 0.5);

        assertThat(uniform.atLeast(0, 9)).isCloseTo(1, within(1e-12));
        assertThat(uniform.atLeast(4, 9)).isCloseTo(0.6, within(1e-12));
        assertThat(uniform.atLeast(9, 9)).isCloseTo(0.1, within(1e-12));
        assertThat(uniform.atLeast(10, 9)).isZero();
    }

    @Test
    void aRiseOfAllKindsIsNoRiseOfOne() {
        AlikeShare known = new AlikeShare(40, 60, 0.1);

        assertThat(known.atLeast(8, 20)).isGreaterThan(0.4);
        assertThat(known.atLeast(16, 20)).isLessThan(0.001);
    }

    @Test
    void refusesAUsualShareThatIsNone() {
        assertThatThrownBy(() -> new AlikeShare(0, 0, 1))
                .hasMessage("the usual share is 1.0: give one between 0 and 1");
    }
}
