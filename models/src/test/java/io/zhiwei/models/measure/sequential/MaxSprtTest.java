package io.zhiwei.models.measure.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors of the specification, section 8. */
class MaxSprtTest {

    @ParameterizedTest
    @CsvSource({
        "4, 0.5, 4.817766",
        "10, 3, 5.039728",
        "3, 1, 1.295837",
        "6, 2, 2.591674",
        "7, 2, 3.769341",
        "9, 4, 2.298372",
        "2, 2, 0",
        "1, 4, 0"
    })
    void comparesWhatCameWithWhatWasExpected(double observed, double expected, double ratio) {
        assertThat(MaxSprt.logLikelihoodRatio(observed, expected)).isCloseTo(ratio, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2.853937, 1.774218, ",
        "2, 3.046977, 2.349679, 2.000158",
        "3, 3.162106, 2.565320, 2.317139",
        "5, 3.297183, 2.803955, 2.623668",
        "8, 3.413782, 2.985560, 2.829259",
        "10, 3.467952, 3.064248, 2.921561",
        "15, 3.562591, 3.199953, 3.075613",
        "20, 3.628123, 3.288216, 3.176370",
        "30, 3.715764, 3.406715, 3.307135",
        "50, 3.819903, 3.544826, 3.455521",
        "100, 3.952321, 3.711993, 3.636508",
        "200, 4.074828, 3.862762, 3.796835"
    })
    void findsTheExactCriticalValues(double longest, double ofOne, double ofThree, Double ofFour) {
        assertCriticalValue(longest, 1, 0.05, ofOne);
        assertCriticalValue(longest, 3, 0.05, ofThree);
        if (ofFour == null) {
            assertThat(MaxSprt.criticalValue(longest, 4, 0.05)).isEmpty();
        } else {
            assertCriticalValue(longest, 4, 0.05, ofFour);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 4.740705", "20, 4.985996", "50, 5.262320", "100, 5.442722"})
    void findsThoseOfOnePercent(double longest, double value) {
        assertCriticalValue(longest, 4, 0.01, value);
    }

    private static void assertCriticalValue(double longest, int leastEvents, double alpha, double value) {
        assertThat(MaxSprt.criticalValue(longest, leastEvents, alpha).orElseThrow())
                .isCloseTo(value, within(1e-6));
    }

    @Test
    void signalsWithEnoughReportsOnly() {
        MaxSprt test = new MaxSprt(2.921561, MaxSprt.RECOMMENDED_LEAST_EVENTS, 10);

        assertThat(test.signals(4, 0.5)).isTrue();
        assertThat(test.signals(3, 0.01)).isFalse();
        assertThat(test.signals(6, 2)).isFalse();
        assertThat(test.signals(60, 10.1)).isFalse();
    }
}
