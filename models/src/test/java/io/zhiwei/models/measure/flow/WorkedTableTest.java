package io.zhiwei.models.measure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The worked table of the specification: six months of a scheme that pays two percent a month. */
class WorkedTableTest {

    private static final long UNIT = 1_000_000;
    private static final long RECEIPTS = 5 * UNIT;
    private static final int INVESTORS = 60;
    private static final long[] INFLOW = {100, 150, 220, 260, 200, 120};
    private static final long[] WITHDRAWN = {0, 0, 0, 0, 0, 30};
    private static final long MONTH = 30;

    private final DailyFlows flows = new DailyFlows(400);
    private final List<Long> owed = new ArrayList<>();
    private final List<Double> cash = new ArrayList<>();

    WorkedTableTest() {
        long principal = 0;
        double money = 0;
        for (int month = 0; month < INFLOW.length; month++) {
            long interest = principal * 2 / 100;
            long commission = INFLOW[month] * UNIT / 10;
            flows.add(month * MONTH + 3, FlowKind.INFLOW, INFLOW[month] * UNIT);
            flows.add(month * MONTH + 5, FlowKind.RECEIPT, RECEIPTS);
            flows.add(month * MONTH + 9, FlowKind.REFERRAL, commission);
            flows.add(month * MONTH + 10, FlowKind.INTEREST, interest);
            flows.add(month * MONTH + 20, FlowKind.PRINCIPAL, WITHDRAWN[month] * UNIT);
            principal += (INFLOW[month] - WITHDRAWN[month]) * UNIT;
            money += INFLOW[month] * UNIT + RECEIPTS - commission - interest - WITHDRAWN[month] * UNIT;
            owed.add(principal / UNIT);
            cash.add(money / UNIT);
        }
    }

    @Test
    void payoutsAreThoseOfTheTable() {
        assertThat(months().map(month -> payouts(month) / (double) UNIT))
                .containsExactly(0.0, 2.0, 5.0, 9.4, 14.6, 48.6);
    }

    @Test
    void thePonziRatioRisesAsInTheTable() {
        List<OptionalDouble> ratios = months().map(this::ratio).toList();

        assertThat(ratios.get(0)).isEmpty();
        assertThat(ratios.subList(1, 6).stream().map(OptionalDouble::getAsDouble))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 0.0005 ? 0 : Double.compare(a, b))
                .containsExactly(0.0, 0.0, 0.468, 0.658, 0.897);
        assertThat(PonziRatio.judge(ratios)).isEqualTo(Tier.WATCH);
        assertThat(PonziRatio.judge(ratios.subList(0, 5))).isEqualTo(Tier.NONE);
    }

    @Test
    void threeMonthsFromEightTenthsOnAreHigh() {
        List<OptionalDouble> ratios = List.of(OptionalDouble.of(0.8), OptionalDouble.of(0.9), OptionalDouble.of(1));

        assertThat(PonziRatio.judge(ratios)).isEqualTo(Tier.HIGH);
        assertThat(PonziRatio.judge(ratios.subList(1, 3))).isEqualTo(Tier.WATCH);
    }

    @Test
    void newMoneyCoversLessAndLess() {
        List<OptionalDouble> covers = months().map(
                        month -> PonziRatio.newMoneyCover(sum(FlowKind.INFLOW, month), payouts(month)))
                .toList();

        assertThat(covers.get(0)).isEmpty();
        assertThat(covers.get(1).getAsDouble()).isEqualTo(75);
        assertThat(covers.get(2).getAsDouble()).isEqualTo(44);
        assertThat(covers.get(3).getAsDouble()).isCloseTo(27.7, within(0.05));
        assertThat(covers.get(4).getAsDouble()).isCloseTo(13.7, within(0.05));
        assertThat(covers.get(5).getAsDouble()).isCloseTo(2.47, within(0.005));
        assertThat(PonziRatio.judgeCover(covers)).isEqualTo(Tier.NONE);
    }

    @Test
    void principalAndCashAreThoseOfTheTable() {
        assertThat(owed).containsExactly(100L, 250L, 470L, 730L, 930L, 1020L);
        assertThat(cash)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
                .containsExactly(95.0, 233.0, 431.0, 660.6, 831.0, 895.4);
    }

    @Test
    void theFilingLineIsReachedInTheFirstMonth() {
        assertThat(new FilingProgress(sum(FlowKind.INFLOW, 0), 0, 0).progress()).isEqualTo(1);
        assertThat(new FilingProgress(90_000_000, 150, 0).tier()).isEqualTo(Tier.HIGH);
        assertThat(new FilingProgress(49_999_999, 74, 0).tier()).isEqualTo(Tier.NONE);
    }

    @Test
    void inflowHasFallenByMoreThanHalfSinceTheFourthMonth() {
        assertThat(1 - sum(FlowKind.INFLOW, 5) / (double) sum(FlowKind.INFLOW, 3))
                .isCloseTo(0.54, within(0.005));
    }

    private java.util.stream.Stream<Integer> months() {
        return java.util.stream.IntStream.range(0, INFLOW.length).boxed();
    }

    private long sum(FlowKind kind, int month) {
        return flows.sum(kind, month * MONTH, (month + 1) * MONTH);
    }

    private long payouts(int month) {
        return flows.payouts(month * MONTH, (month + 1) * MONTH);
    }

    private OptionalDouble ratio(int month) {
        return PonziRatio.of(payouts(month), sum(FlowKind.INFLOW, month), sum(FlowKind.RECEIPT, month), 0, INVESTORS);
    }
}
