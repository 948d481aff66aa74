package io.zhiwei.models.measure.disproportionality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaPosteriorTest {

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, 0.000982069117, 0.454936423, 5.02388618731",
        "1.5, 0.511, 0.211149982998, 2.3150429397, 9.14716595",
        "10.5, 1.6, 3.21340555704, 6.35538361, 11.0871487",
        "1000.5, 1000.5, 0.9389880301, 0.999666853, 1.062905193"
    })
    void quantiles(double shape, double rate, double low, double middle, double high) {
        GammaPosterior gamma = new GammaPosterior(shape, rate);

        assertThat(gamma.quantile(0.025)).isCloseTo(low, within(low * 1e-8));
        assertThat(gamma.quantile(0.5)).isCloseTo(middle, within(middle * 1e-8));
        assertThat(gamma.quantile(0.975)).isCloseTo(high, within(high * 1e-8));
    }

    /** The rate only scales a quantile, wherever the search begins and however it comes to the root. */
    @Test
    void quantilesAreExactAtEveryRate() {
        for (double shape = 0.5; shape < 60; shape += 0.5) {
            for (double rate = 0.1; rate < 20; rate *= 1.3) {
                for (double probability : new double[] {0.025, 0.05, 0.95, 0.975}) {
                    double unit = new GammaPosterior(shape, 1).quantile(probability);
                    assertThat(new GammaPosterior(shape, rate).quantile(probability) * rate)
                            .as("shape %s, rate %s, probability %s", shape, rate, probability)
                            .isCloseTo(unit, within(unit * 1e-12));
                }
            }
        }
    }

    @Test
    void informationComponentOfOneAgainstOne() {
        Estimate component = InformationComponent.of(1, 1);

        assertThat(component.low()).isCloseTo(-3.797227268, within(1e-8));
        assertThat(component.high()).isCloseTo(1.639757521, within(1e-8));
    }

    @Test
    void theApproximationIsNear() {
        Estimate exact = InformationComponent.of(10, 2);
        Estimate near = InformationComponent.approximate(10, 2);

        assertThat(near.value()).isEqualTo(exact.value());
        assertThat(near.low()).isCloseTo(exact.low(), within(0.05));
        assertThat(near.high()).isCloseTo(exact.high(), within(0.05));
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThatThrownBy(() -> new GammaPosterior(0, 1)).hasMessageContaining("above 0");
    }
}
