package io.zhiwei.models.measure.flow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Whether many payees get the same share of their principal at even gaps, and whether sums are multiples of one base. */
public final class RateLattice {

    private static final double HALF_WIDTH = 0.005;
    private static final double MODE = 0.5;
    private static final int LEAST_PAYEES = 30;
    private static final double EVEN = 0.15;
    private static final double ROUNDING = 1e-9;
    private static final int[] USUAL_GAPS = {7, 10, 15, 30, 90};
    private static final double MULTIPLES = 0.8;
    private static final double DAYS_A_YEAR = 365;
    private static final double PERCENT = 100;

    private RateLattice() {}

    /**
     * What a payee got.
     *
     * @param principal paid in, fen
     * @param payout usual payout of a period, fen
     * @param gapDays days between his payouts
     */
    public record Payee(long principal, long payout, List<Integer> gapDays) {

        double ratio() {
            return payout / (double) principal;
        }

        /** Returns the share of the principal that is paid in a year; 0 where the gaps are not known. */
        double yearly() {
            int[] gaps = gapDays.stream()
                    .mapToInt(Integer::intValue)
                    .filter(gap -> gap > 0)
                    .sorted()
                    .toArray();
            return gaps.length == 0 ? 0 : ratio() * DAYS_A_YEAR / gaps[gaps.length / 2];
        }
    }

    /** Returns the largest share of payees whose ratios lie within half a percentage point of one rate; 0 for none. */
    public static double modeShare(List<Payee> payees) {
        double[] ratios = payees.stream()
                .filter(payee -> payee.principal() > 0)
                .mapToDouble(Payee::ratio)
                .sorted()
                .toArray();
        int most = 0;
        int from = 0;
        for (int to = 0; to < ratios.length; to++) {
            while (ratios[to] - ratios[from] > 2 * HALF_WIDTH + ROUNDING) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return ratios.length == 0 ? 0 : most / (double) ratios.length;
    }

    /**
     * Returns the rate a year that is paid on half of the principal at most, percent: what a payee usually gets, divided by
     * his principal, as often a year as his gaps allow. Empty where nobody was paid twice.
     */
    public static OptionalDouble paidPercent(List<Payee> payees) {
        List<Payee> known = payees.stream()
                .filter(payee -> payee.principal() > 0 && payee.yearly() > 0)
                .sorted(Comparator.comparingDouble(Payee::yearly))
                .toList();
        long total = known.stream().mapToLong(Payee::principal).sum();
        long reached = 0;
        for (Payee payee : known) {
            reached += payee.principal();
            if (2 * reached >= total) {
                return OptionalDouble.of(PERCENT * payee.yearly());
            }
        }
        return OptionalDouble.empty();
    }

    /** Returns whether a fixed rate is paid: thirty payees, half of them at one rate, at even and usual gaps. */
    public static boolean isFixedRate(List<Payee> payees) {
        int[] gaps = payees.stream()
                .flatMap(payee -> payee.gapDays().stream())
                .mapToInt(Integer::intValue)
                .toArray();
        return payees.size() >= LEAST_PAYEES && modeShare(payees) >= MODE && isEven(gaps);
    }

    private static boolean isEven(int[] gaps) {
        double mean = Arrays.stream(gaps).average().orElse(0);
        if (mean <= 0) {
            return false;
        }
        double variance = Arrays.stream(gaps)
                .mapToDouble(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElse(0);
        boolean usual = Arrays.stream(USUAL_GAPS).anyMatch(gap -> Math.abs(mean - gap) <= EVEN * gap);
        return usual && Math.sqrt(variance) / mean <= EVEN;
    }

    /** Returns the base of which the largest share of the sums are multiples; the larger of equals. */
    public static long base(List<Long> sums, List<Long> candidates) {
        return candidates.stream()
                .max(Comparator.<Long>comparingDouble(base -> multiples(sums, base))
                        .thenComparingLong(Long::longValue))
                .orElse(0L);
    }

    /** Returns the share of sums that are multiples of a base, 0 to 1. */
    public static double multiples(List<Long> sums, long base) {
        return sums.isEmpty() || base <= 0
                ? 0
                : sums.stream().filter(sum -> sum % base == 0).count() / (double) sums.size();
    }

    /** Returns whether sums form a lattice: fifty of them, four in five multiples. */
    public static boolean isLattice(List<Long> sums, long base) {
        return sums.size() >= 50 && multiples(sums, base) >= MULTIPLES;
    }
}
