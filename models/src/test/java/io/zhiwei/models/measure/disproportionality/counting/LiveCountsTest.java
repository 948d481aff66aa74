package io.zhiwei.models.measure.disproportionality.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.measure.disproportionality.Estimate;
import io.zhiwei.models.measure.disproportionality.InformationComponent;
import io.zhiwei.models.measure.disproportionality.ReportingRatios;
import io.zhiwei.models.measure.disproportionality.TwoByTwo;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The test stream of the specification, section 4, and what versions do to counts. */
class LiveCountsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Cell AX = new Cell("DRUG", "A", "X");

    private final LiveCounts counts = new LiveCounts();

    @Test
    void countsTheTestStreamAndTakesAReportBack() {
        testStream();

        assertThat(table(AX)).isEqualTo(new TwoByTwo(2, 1, 1, 2));
        assertThat(table(AX).expected()).isEqualTo(1.5);
        assertThat(ReportingRatios.proportional(table(AX)).value()).isCloseTo(2, within(1e-12));
        assertComponent(0.321928, -2.266712);

        counts.add(version("R2", 2, true, DAY, "", ""), DAY);

        assertThat(table(AX)).isEqualTo(new TwoByTwo(1, 1, 1, 2));
        assertThat(table(AX).expected()).isEqualTo(0.8);
        assertThat(ReportingRatios.proportional(table(AX)).value()).isCloseTo(1.5, within(1e-12));
        assertComponent(0.206451, -3.590776);
    }

    private void testStream() {
        add("R1", 1, "A", "X");
        add("R2", 1, "AB", "XY");
        add("R3", 1, "B", "Y");
        add("R4", 1, "C", "X");
        add("R5", 1, "A", "Z");
        add("R6", 1, "C", "ZY");
    }

    private void assertComponent(double value, double low) {
        Estimate component = InformationComponent.of(table(AX).a(), table(AX).expected());
        assertThat(component.value()).isCloseTo(value, within(1e-6));
        assertThat(component.low()).isCloseTo(low, within(1e-6));
    }

    @Test
    void aVersionThatComesTwiceCountsOnce() {
        add("R1", 1, "A", "X");
        add("R1", 1, "A", "X");

        assertThat(table(AX)).isEqualTo(new TwoByTwo(1, 0, 0, 0));
    }

    @Test
    void aFollowUpReplacesWhatWasNamedBefore() {
        add("R1", 1, "AB", "X");
        add("R1", 2, "A", "XY");

        assertThat(counts.pairs()).containsExactlyInAnyOrder(AX, new Cell("DRUG", "A", "Y"));
        assertThat(counts.of(Cell.all("DRUG")).total()).isEqualTo(1);
        assertThat(counts.of(Cell.ofProduct("DRUG", "B")).isEmpty()).isTrue();
    }

    @Test
    void aVersionThatComesBeforeItsPredecessorHolds() {
        add("R1", 2, "A", "X");
        add("R1", 1, "B", "Y");

        assertThat(counts.pairs()).containsExactly(AX);
    }

    @Test
    void aNullificationThatComesFirstLeavesNothing() {
        counts.add(version("R1", 2, true, DAY, "", ""), DAY);
        add("R1", 1, "A", "X");

        assertThat(counts.cells()).isEmpty();
    }

    @Test
    void aReportThatChangesItsPopulationLeavesTheOldOne() {
        add("R1", 1, "A", "X");
        counts.add(ReportVersion.of("R1", 2, false, DAY, "DEVICE", List.of("A"), List.of("X")), DAY);

        assertThat(counts.cells())
                .allSatisfy(cell -> assertThat(cell.population()).isEqualTo("DEVICE"));
    }

    @Test
    void aReportWithoutProductOrEventIsNotCounted() {
        add("R1", 1, "", "X");
        add("R2", 1, "A", "");

        assertThat(counts.cells()).isEmpty();
    }

    @Test
    void aFollowUpAYearLaterStaysUnderTheDayOfTheFirstReceipt() {
        LocalDate later = DAY.plusDays(400);
        add("R1", 1, "A", "X");
        counts.add(version("R1", 2, false, later, "A", "XY"), later);

        PairTables tables = counts.tables(new Cell("DRUG", "A", "Y"), later);

        assertThat(tables.in(CountWindow.CUMULATIVE).a()).isEqualTo(1);
        assertThat(tables.in(CountWindow.FIVE_YEARS).a()).isEqualTo(1);
        assertThat(tables.in(CountWindow.TWELVE_MONTHS).a()).isZero();
        assertThat(tables.in(CountWindow.NINETY_DAYS).a()).isZero();
    }

    private TwoByTwo table(Cell pair) {
        return counts.tables(pair, DAY).in(CountWindow.CUMULATIVE);
    }

    private void add(String report, long version, String products, String events) {
        counts.add(version(report, version, false, DAY, products, events), DAY);
    }

    private static ReportVersion version(
            String report, long version, boolean nullified, LocalDate day, String products, String events) {
        return ReportVersion.of(report, version, nullified, day, "DRUG", letters(products), letters(events));
    }

    private static List<String> letters(String names) {
        return names.chars().mapToObj(Character::toString).toList();
    }
}
