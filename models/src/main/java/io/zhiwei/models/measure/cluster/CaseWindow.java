package io.zhiwei.models.measure.cluster;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Finds where cases lie closest together. */
final class CaseWindow {

    static final Comparator<SuspectedCase> BY_TIME =
            Comparator.comparing(SuspectedCase::time).thenComparing(SuspectedCase::report);

    private CaseWindow() {}

    /**
     * Returns the cases of the fullest window that fulfils a condition, the earliest of several; none where no window does.
     *
     * @param cases cases in the order of their time, each report once
     * @param length how far the last case may be after the first, itself excluded
     */
    static List<SuspectedCase> fullest(
            List<SuspectedCase> cases, Duration length, Predicate<List<SuspectedCase>> condition) {
        List<SuspectedCase> fullest = List.of();
        int first = 0;
        for (int last = 0; last < cases.size(); last++) {
            while (!cases.get(last).time().isBefore(cases.get(first).time().plus(length))) {
                first++;
            }
            List<SuspectedCase> window = cases.subList(first, last + 1);
            if (window.size() > fullest.size() && condition.test(window)) {
                fullest = window;
            }
        }
        return fullest;
    }
}
