package io.zhiwei.models.measure.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How often values occur among reports: the rarer, the more their agreement says. */
final class CaseFrequencies {

    /** Fields of a case. */
    enum Field {
        PROVINCE,
        SEX,
        AGE,
        ONSET,
        PRODUCT,
        EVENT
    }

    private record Value(Field field, Object value) {}

    private final Map<Value, Integer> counts = new HashMap<>();
    private final int reports;

    CaseFrequencies(Collection<CaseDescription> cases) {
        this.reports = cases.size();
        cases.forEach(this::add);
    }

    private void add(CaseDescription described) {
        String province = described.province();
        if (province != null) {
            add(Field.PROVINCE, province);
        }
        String sex = described.sex();
        if (sex != null) {
            add(Field.SEX, sex);
        }
        Integer age = described.age();
        if (age != null) {
            add(Field.AGE, age);
        }
        LocalDate onset = described.onset();
        if (onset != null) {
            add(Field.ONSET, onset);
        }
        described.products().forEach(product -> add(Field.PRODUCT, product));
        described.events().forEach(event -> add(Field.EVENT, event));
    }

    private void add(Field field, Object value) {
        counts.merge(new Value(field, value), 1, Integer::sum);
    }

    /** Returns the share of reports with a value; one that was never seen is taken as seen once. */
    double of(Field field, Object value) {
        return Math.max(1, counts.getOrDefault(new Value(field, value), 0)) / (double) Math.max(1, reports);
    }
}
