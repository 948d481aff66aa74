package io.zhiwei.models.measure.disproportionality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.measure.disproportionality.gps.MixturePrior;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every measure on the twenty tables of the specification, section 7, to the digits given there. */
class VectorsTest {

    private static final MixturePrior CAERS =
            new MixturePrior(3.25379356, 0.39988854, 2.02612692, 1.90807970, 0.06534557);
    private static final Offset<Double> FOUR_DIGITS = within(0.00006);
    private static final Offset<Double> THREE_DIGITS = within(0.0006);
    private static final Offset<Double> FIVE_DIGITS = within(0.000006);

    @ParameterizedTest
    @CsvFileSource(resources = "vectors.csv", useHeadersInDisplayName = true)
    void ratios(ArgumentsAccessor row) {
        TwoByTwo table = table(row);

        assertThat(table.expected()).isCloseTo(row.getDouble(4), within(1e-6));
        assertEstimate(ReportingRatios.proportional(table), row, 5);
        assertEstimate(ReportingRatios.odds(table), row, 10);
        assertThat(ChiSquare.pearson(table)).isCloseTo(row.getDouble(8), THREE_DIGITS);
        assertThat(ChiSquare.yates(table)).isCloseTo(row.getDouble(9), THREE_DIGITS);
        if (row.getString(13) == null) {
            assertThat(ReportingRatios.yule(table).value()).isNaN();
        } else {
            assertThat(ReportingRatios.yule(table).value()).isCloseTo(row.getDouble(13), FIVE_DIGITS);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "vectors.csv", useHeadersInDisplayName = true)
    void components(ArgumentsAccessor row) {
        TwoByTwo table = table(row);
        Estimate component = InformationComponent.of(table.a(), table.expected());
        Estimate closed = Bcpnn.closedForm(table);
        Estimate digamma = Bcpnn.digammaForm(table);

        assertThat(component.value()).isCloseTo(row.getDouble(14), FIVE_DIGITS);
        assertThat(component.low()).isCloseTo(row.getDouble(15), FIVE_DIGITS);
        assertThat(component.high()).isCloseTo(row.getDouble(16), FIVE_DIGITS);
        assertThat(closed.value()).isCloseTo(row.getDouble(17), FIVE_DIGITS);
        assertThat(closed.low()).isCloseTo(row.getDouble(18), FIVE_DIGITS);
        assertThat(digamma.value()).isCloseTo(row.getDouble(19), FIVE_DIGITS);
        assertThat(digamma.low()).isCloseTo(row.getDouble(20), FIVE_DIGITS);
        assertThat(LikelihoodRatioTest.statistic(table)).isCloseTo(row.getDouble(21), FOUR_DIGITS);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "vectors.csv", useHeadersInDisplayName = true)
    void geometricMeans(ArgumentsAccessor row) {
        TwoByTwo table = table(row);
        Estimate own = CAERS.geometricMean(table.a(), table.expected());
        Estimate published = MixturePrior.DUMOUCHEL_1999.geometricMean(table.a(), table.expected());

        assertThat(own.value()).isCloseTo(row.getDouble(22), FOUR_DIGITS);
        assertThat(own.low()).isCloseTo(row.getDouble(23), FOUR_DIGITS);
        assertThat(own.high()).isCloseTo(row.getDouble(24), FOUR_DIGITS);
        assertThat(published.value()).isCloseTo(row.getDouble(25), FOUR_DIGITS);
        assertThat(published.low()).isCloseTo(row.getDouble(26), FOUR_DIGITS);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "vectors.csv", useHeadersInDisplayName = true)
    void verdicts(ArgumentsAccessor row) {
        TwoByTwo table = table(row);
        double expected = table.expected();
        SignalCriteria usual = SignalCriteria.USUAL;

        List<Verdict> verdicts = List.of(
                usual.evans(table),
                usual.odds(table),
                usual.component(InformationComponent.of(table.a(), expected)),
                usual.geometricMean(CAERS.geometricMean(table.a(), expected)),
                usual.geometricMean(MixturePrior.DUMOUCHEL_1999.geometricMean(table.a(), expected)));

        assertThat(verdicts.stream().map(VectorsTest::letter).reduce("", String::concat))
                .isEqualTo(row.getString(27));
    }

    private static String letter(Verdict verdict) {
        return switch (verdict) {
            case SIGNAL -> "Y";
            case SILENT -> "n";
            case UNDEFINED -> "?";
        };
    }

    private static TwoByTwo table(ArgumentsAccessor row) {
        return new TwoByTwo(row.getDouble(0), row.getDouble(1), row.getDouble(2), row.getDouble(3));
    }

    private static void assertEstimate(Estimate estimate, ArgumentsAccessor row, int column) {
        if (row.getString(column).equals("inf")) {
            assertThat(estimate.value()).isInfinite();
            return;
        }
        assertThat(estimate.value()).isCloseTo(row.getDouble(column), FOUR_DIGITS);
        if (row.getString(column + 1) != null) {
            assertThat(estimate.low()).isCloseTo(row.getDouble(column + 1), FOUR_DIGITS);
            assertThat(estimate.high()).isCloseTo(row.getDouble(column + 2), FOUR_DIGITS);
        }
    }
}
