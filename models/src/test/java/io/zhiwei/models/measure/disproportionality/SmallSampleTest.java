package io.zhiwei.models.measure.disproportionality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.measure.disproportionality.Interaction.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exact methods, and those over several events. */
class SmallSampleTest {

    /**
     * The lady tasting tea (Fisher 1935). The odds ratio is the root of ψ⁴ - 36ψ² - 32ψ - 3, its bounds those of
     * the exact tails.
     */
    private static final TwoByTwo TEA = new TwoByTwo(3, 1, 1, 3);

    @Test
    void exactTailAndConditionalOddsRatio() {
        Estimate odds = ConditionalOddsRatio.of(TEA);

        assertThat(FisherExact.upperTail(TEA)).isCloseTo(17 / 70.0, within(1e-12));
        assertThat(FisherExact.middle(TEA)).isCloseTo(9 / 70.0, within(1e-12));
        double ratio = odds.value();
        assertThat(ratio).isCloseTo(6.4083, within(1e-4));
        assertThat(Math.pow(ratio, 4) - 36 * ratio * ratio - 32 * ratio - 3).isCloseTo(0, within(1e-6));
        assertThat(threeOrMore(odds.low())).isCloseTo(0.025, within(1e-9));
        assertThat(1 - threeOrMore(odds.high()) + threeExactly(odds.high())).isCloseTo(0.025, within(1e-9));
    }

    private static double threeOrMore(double odds) {
        return (16 * Math.pow(odds, 3) + Math.pow(odds, 4)) / all(odds);
    }

    private static double threeExactly(double odds) {
        return 16 * Math.pow(odds, 3) / all(odds);
    }

    private static double all(double odds) {
        return 1 + 16 * odds + 36 * odds * odds + 16 * Math.pow(odds, 3) + Math.pow(odds, 4);
    }

    @Test
    void theLikelihoodRatioTestFindsTheOneThatStandsOut() {
        LikelihoodRatioTest.Counts counts =
                new LikelihoodRatioTest.Counts(new long[] {3, 20, 4}, new double[] {0.1, 0.1, 0.1}, 60);

        List<LikelihoodRatioTest.Result> results = LikelihoodRatioTest.test(counts, 999, 1);

        assertThat(results).extracting(LikelihoodRatioTest.Result::index).startsWith(1);
        assertThat(results.get(0).p()).isEqualTo(0.001);
        assertThat(results.get(1).p()).isGreaterThan(0.05);
        assertThat(LikelihoodRatioTest.test(counts, 999, 1)).isEqualTo(results);
    }

    /** By hand: odds 0.01, 0.1 and 0.1 add to 0.19, of which 100 reports expect 100 · 0.19 / 1.19. */
    @Test
    void twoProductsThatOnlyAddTheirRisksDoNotInteract() {
        Group neither = new Group(100, 10_100);
        Group alone = new Group(10, 110);

        assertThat(Interaction.expected(new Group(16, 100), alone, alone, neither))
                .isCloseTo(15.966387, within(1e-6));
        assertThat(Interaction.omega(new Group(16, 100), alone, alone, neither).low())
                .isNegative();
        assertThat(Interaction.omega(new Group(60, 100), alone, alone, neither).low())
                .isPositive();
        assertThat(Interaction.expected(new Group(1, 100), new Group(0, 100), new Group(0, 100), neither))
                .as("products that seem to protect")
                .isCloseTo(100 * 0.01 / 1.01, within(1e-9));
    }

    /** Benjamini and Hochberg's own example adjusts 0.01, 0.02, 0.03 among 3 to 0.03 each. */
    @Test
    void adjustsProbabilitiesForTheirNumber() {
        assertThat(BenjaminiHochberg.adjusted(new double[] {0.03, 0.01, 0.02}))
                .containsExactly(new double[] {0.03, 0.03, 0.03}, within(1e-12));
        assertThat(BenjaminiHochberg.adjusted(new double[] {0.5, 0.001}))
                .containsExactly(new double[] {0.5, 0.002}, within(1e-12));
    }

    @Test
    void aDeathIsMoreUrgent() {
        SignalPriority plain = new SignalPriority(0, 0, -1, 0, 0, false, false, false, false, false);
        SignalPriority death = new SignalPriority(0, 0, -1, 0, 0, false, true, false, false, false);

        assertThat(plain.score()).isEqualTo(-4);
        assertThat(death.score()).isCloseTo(-2.8, within(1e-12));
    }
}
