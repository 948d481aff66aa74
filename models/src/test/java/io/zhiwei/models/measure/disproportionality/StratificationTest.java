package io.zhiwei.models.measure.disproportionality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The vectors of the specification, sections 9, 12 and 14. */
class StratificationTest {

    private static final List<TwoByTwo> STRATA = List.of(new TwoByTwo(8, 12, 80, 400), new TwoByTwo(4, 196, 20, 9780));

    @Test
    void mantelHaenszel() {
        Estimate odds = MantelHaenszel.odds(STRATA);

        assertThat(odds.value()).isCloseTo(4.460208, within(1e-6));
        assertThat(odds.low()).isCloseTo(2.121370, within(1e-6));
        assertThat(odds.high()).isCloseTo(9.377645, within(1e-6));
        assertThat(MantelHaenszel.proportional(STRATA).value()).isCloseTo(3.222222, within(1e-6));
        assertThat(MantelHaenszel.expected(STRATA)).isCloseTo(4, within(1e-12));
    }

    @Test
    void aProductThatFloodsAnEventMasksTheOthers() {
        TwoByTwo table = new TwoByTwo(5, 495, 595, 98905);
        TwoByTwo unmasked = Masking.without(table, 500, 1500);

        assertThat(ReportingRatios.proportional(table).value()).isCloseTo(1.672269, within(1e-6));
        assertThat(ReportingRatios.proportional(unmasked).value()).isCloseTo(10.263158, within(1e-6));
    }

    @Test
    void poissonTails() {
        assertThat(PoissonTail.atLeast(3, 0.2)).isCloseTo(0.001148481, within(1e-9));
        assertThat(PoissonTail.atLeast(5, 1)).isCloseTo(0.003659847, within(1e-9));
        assertThat(PoissonTail.atLeast(10, 3)).isCloseTo(0.001102488, within(1e-9));
        assertThat(PoissonTail.atLeast(4, 0.3)).isCloseTo(0.000265811, within(1e-9));
    }

    @Test
    void cutOffsOfTheFalseDiscoveryRate() {
        assertThat(BenjaminiHochberg.cutOffs(5, 0.05))
                .containsExactly(new double[] {.01, .02, .03, .04, .05}, within(1e-12));
    }
}
