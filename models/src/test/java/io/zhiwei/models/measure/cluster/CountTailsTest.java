package io.zhiwei.models.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tails of the specification, section 9. */
class CountTailsTest {

    @ParameterizedTest
    @CsvSource({"3, 0.2, 0.001148481", "5, 1, 0.003659847", "10, 3, 0.001102488", "4, 0.3, 0.000265811"})
    void knowsThePoissonTail(int observed, double expected, double p) {
        assertThat(CountTails.poisson(observed, expected)).isCloseTo(p, within(5e-10));
    }

    @ParameterizedTest
    @CsvSource({"6, 40, 0.03, 0.001164, 5e-7", "4, 12, 0.05, 0.002236, 5e-7", "3, 100, 0.02, 0.3233, 5e-5"})
    void knowsTheBinomialTail(int observed, int reports, double share, double p, double digits) {
        assertThat(CountTails.binomial(observed, reports, share)).isCloseTo(p, within(digits));
    }

    @ParameterizedTest
    @CsvSource({"5, 1, 2, 0.017832648", "10, 3, 4, 0.013738830"})
    void knowsTheTailOfCountsThatSpreadMore(int observed, double expected, double size, double p) {
        assertThat(CountTails.negativeBinomial(observed, expected, size)).isCloseTo(p, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 1, 2, 2, 3",
        "0.05, 2, 3, 3, 4",
        "0.1, 2, 3, 4, 4",
        "0.2, 3, 4, 4, 5",
        "0.5, 4, 5, 6, 7",
        "1, 5, 6, 7, 9",
        "2, 7, 9, 10, 11",
        "3, 9, 11, 12, 14",
        "5, 12, 14, 16, 18",
        "10, 19, 22, 25, 27"
    })
    void knowsTheLeastCountThatIsUnlikely(double expected, int two, int three, int four, int five) {
        assertThat(CountTails.leastBelow(1e-2, expected)).isEqualTo(two);
        assertThat(CountTails.leastBelow(1e-3, expected)).isEqualTo(three);
        assertThat(CountTails.leastBelow(1e-4, expected)).isEqualTo(four);
        assertThat(CountTails.leastBelow(1e-5, expected)).isEqualTo(five);
    }

    @Test
    void noReportIsNoSurprise() {
        assertThat(CountTails.poisson(0, 0.1)).isEqualTo(1);
        assertThat(CountTails.binomial(0, 3, 0.1)).isEqualTo(1);
        assertThat(CountTails.negativeBinomial(0, 1, 2)).isEqualTo(1);
        assertThat(CountTails.binomial(3, 3, 0.1)).isCloseTo(0.001, within(1e-12));
    }
}
