package io.zhiwei.models.measure.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Vectors of the specification, section 10. */
class HitMissTest {

    @Test
    void aRareValueThatAgreesSaysMuch() {
        assertThat(new HitMiss(0.02, 0).match(0.5)).isCloseTo(0.985500, within(5e-7));
        assertThat(new HitMiss(0.1, 0).match(1.0 / 3_000)).isCloseTo(11.398797, within(5e-7));
    }

    @Test
    void whatDisagreesSpeaksAgainstIt() {
        assertThat(new HitMiss(0.1, 0).mismatch()).isCloseTo(-3.321928, within(5e-7));
        assertThat(new HitMiss(0.02, 0).mismatch()).isCloseTo(-5.643856, within(5e-7));
    }

    @Test
    void learnsFromWhatIsMissedAndBlank() {
        assertThat(HitMiss.of(0.1, 0.2).discord()).isCloseTo(0.1 * (2 - 0.1 - 0.4) / 0.64, within(1e-12));
    }

    @Test
    void aSmallDeviationLiesBetween() {
        HitMiss age = new HitMiss(0.1, 0.05);

        assertThat(age.near(0.02)).isBetween(age.mismatch(), age.match(0.01));
        assertThat(age.near(0.02)).isPositive();
    }

    @Test
    void refusesSharesThatCannotBe() {
        assertThatThrownBy(() -> new HitMiss(0.9, 0.2)).hasMessageContaining("between 0 and 1");
    }
}
