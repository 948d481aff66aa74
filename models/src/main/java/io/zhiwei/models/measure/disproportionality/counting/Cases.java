package io.zhiwei.models.measure.disproportionality.counting;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which reports about one patient tell the same case: a hospital, the maker and the patient may each report it. Reports that
 * share a product and an event, first received within two months of each other, are one case and count once, as the earliest
 * says.
 */
public final class Cases {

    private static final long DAYS_APART = 60;

    private Cases() {}

    /**
     * Returns those of a patient's reports that count, by identifier.
     *
     * @param reports what each report would add, by identifier
     */
    public static Map<String, Contribution> distinct(Map<String, Contribution> reports) {
        if (reports.size() < 2) {
            return reports;
        }
        List<Map.Entry<String, Contribution>> inOrder = new ArrayList<>(reports.entrySet());
        inOrder.sort(Comparator.comparing((Map.Entry<String, Contribution> report) ->
                        report.getValue().day())
                .thenComparing(Map.Entry::getKey));
        Map<String, Contribution> distinct = new TreeMap<>();
        for (Map.Entry<String, Contribution> report : inOrder) {
            if (distinct.values().stream().noneMatch(known -> isSame(known, report.getValue()))) {
                distinct.put(report.getKey(), report.getValue());
            }
        }
        return distinct;
    }

    private static boolean isSame(Contribution one, Contribution other) {
        return ChronoUnit.DAYS.between(one.day(), other.day()) <= DAYS_APART
                && one.layers().get(0).population().equals(other.layers().get(0).population())
                && !Collections.disjoint(
                        one.layers().get(0).products(), other.layers().get(0).products())
                && !Collections.disjoint(one.events(), other.events());
    }
}
