package io.zhiwei.models.measure.disproportionality;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which of many tests to believe when a given share of false ones is borne (Benjamini, Hochberg 1995). For screening with
 * probabilities; the shrunken measures need none.
 */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /** Returns what the smallest, second smallest … of so many probabilities may not exceed, for a share of false ones. */
    public static double[] cutOffs(int tests, double falseShare) {
        return IntStream.rangeClosed(1, tests)
                .mapToDouble(rank -> falseShare * rank / tests)
                .toArray();
    }

    /**
     * Returns for each test the smallest share of false ones at which it is believed, in the order given. Tests to believe
     * at a share are those of at most that value.
     *
     * @param p probabilities
     */
    public static double[] adjusted(double[] p) {
        int[] fromLargest = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double smallest = 1;
        for (int k = 0; k < p.length; k++) {
            int test = fromLargest[k];
            smallest = Math.min(smallest, p[test] * p.length / (p.length - k));
            adjusted[test] = smallest;
        }
        return adjusted;
    }
}
