package io.zhiwei.models.measure.disproportionality.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.measure.disproportionality.Estimate;
import io.zhiwei.models.measure.disproportionality.InformationComponent;
import io.zhiwei.models.measure.disproportionality.ReportingRatios;
import io.zhiwei.models.measure.disproportionality.TwoByTwo;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The test stream of the specification, section 4, and the strata of section 12. */
class ReportCounterTest {

    @Test
    void countsAReportOnceForEachOfItsPairs() {
        ReportCounts counts = testStream(true);
        int pair = pair(counts, "A", "X");

        assertThat(counts.reports()).isEqualTo(6);
        assertThat(counts.table(pair)).isEqualTo(new TwoByTwo(2, 1, 1, 2));
        assertThat(counts.expected(pair)).isEqualTo(1.5);
        assertThat(ReportingRatios.proportional(counts.table(pair)).value()).isCloseTo(2, within(1e-12));
        Estimate component = InformationComponent.of(2, 1.5);
        assertThat(component.value()).isCloseTo(0.321928, within(1e-6));
        assertThat(component.low()).isCloseTo(-2.266712, within(1e-6));
    }

    @Test
    void countsWithoutAReportThatWasTakenBack() {
        ReportCounts counts = testStream(false);
        int pair = pair(counts, "A", "X");

        assertThat(counts.table(pair)).isEqualTo(new TwoByTwo(1, 1, 1, 2));
        Estimate component = InformationComponent.of(1, counts.expected(pair));
        assertThat(component.value()).isCloseTo(0.206451, within(1e-6));
        assertThat(component.low()).isCloseTo(-3.590776, within(1e-6));
    }

    private static ReportCounts testStream(boolean withSecond) {
        ReportCounter counter = new ReportCounter();
        report(counter, "R1", "A", "X");
        if (withSecond) {
            report(counter, "R2", "AB", "XY");
        }
        report(counter, "R3", "B", "Y");
        report(counter, "R4", "C", "X");
        report(counter, "R5", "A", "Z");
        report(counter, "R6", "C", "ZY");
        return counter.count();
    }

    private static void report(ReportCounter counter, String report, String products, String events) {
        products.chars().forEach(product -> counter.product(report, Character.toString(product)));
        events.chars().forEach(event -> counter.event(report, Character.toString(event)));
        // Said twice, counted once.
        counter.event(report, events.substring(0, 1));
    }

    @Test
    void namesInPairsAndApartAreCountedAlike() {
        ReportCounter pairs = new ReportCounter();
        pairs.pair("R1", "A", "X");
        pairs.pair("R1", "A", "X");
        pairs.pair("R2", "A", "Y");
        ReportCounter apart = new ReportCounter();
        apart.product("R1", "A");
        apart.event("R1", "X");
        apart.event("R2", "Y");
        apart.product("R2", "A");

        assertThat(pairs.count().table(0)).isEqualTo(apart.count().table(0));
        assertThat(pairs.count().pairs()).isEqualTo(apart.count().pairs()).isEqualTo(2);
    }

    @Test
    void expectsWithinStrata() {
        ReportCounter counter = new ReportCounter();
        stratum(counter, "s", 8, 12, 80, 400);
        stratum(counter, "t", 4, 196, 20, 9780);
        ReportCounts counts = counter.count();
        int pair = pair(counts, "A", "X");

        assertThat(counts.expected(pair)).isCloseTo(4.0, within(1e-12));
        assertThat(counts.table(pair).expected()).isCloseTo(2.346667, within(1e-6));
        Estimate component = InformationComponent.of(counts.observed(pair), counts.expected(pair));
        assertThat(component.value()).isCloseTo(1.473931, within(1e-6));
        assertThat(component.low()).isCloseTo(0.543740, within(1e-6));
    }

    private static void stratum(ReportCounter counter, String stratum, int both, int product, int event, int neither) {
        int[] counts = {both, product, event, neither};
        String[] products = {"A", "A", "B", "B"};
        String[] events = {"X", "Y", "X", "Y"};
        for (int cell = 0; cell < counts.length; cell++) {
            for (int i = 0; i < counts[cell]; i++) {
                String report = stratum + cell + "-" + i;
                counter.pair(report, products[cell], events[cell]);
                counter.stratum(report, stratum);
            }
        }
    }

    private static int pair(ReportCounts counts, String product, String event) {
        return IntStream.range(0, counts.pairs())
                .filter(pair -> counts.product(pair).equals(product)
                        && counts.event(pair).equals(event))
                .findFirst()
                .orElseThrow();
    }
}
