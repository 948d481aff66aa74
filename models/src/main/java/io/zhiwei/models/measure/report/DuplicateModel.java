package io.zhiwei.models.measure.report;

import io.zhiwei.models.measure.report.CaseFrequencies.Field;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How likely two reports tell of one case, learnt from the reports among which they lie (Norén et al. 2007). Products and
 * reactions go together whether or not the case is the same, so only the two that say most are counted.
 */
public final class DuplicateModel {

    /** Probability from which on two reports are suspected; an engineering choice, to be fitted to confirmed duplicates. */
    public static final double SUSPICION = 0.95;

    private static final HitMiss NAME = new HitMiss(0.02, 0);
    private static final HitMiss NUMBER = new HitMiss(0.1, 0.05);
    private static final HitMiss TERM = new HitMiss(0.1, 0);
    private static final int NEAR_YEARS = 1;
    private static final int NEAR_DAYS = 3;
    private static final int TERMS_COUNTED = 2;

    private final CaseFrequencies frequencies;

    /** Learns from reports. */
    public DuplicateModel(Collection<CaseDescription> cases) {
        this.frequencies = new CaseFrequencies(cases);
    }

    /**
     * Returns the bits above which two of many reports are the same case with a probability.
     *
     * @param probability probability of being the same
     * @param pairs pairs of reports among which there is one duplicate
     */
    public static double threshold(double probability, double pairs) {
        return HitMiss.log2(probability / (1 - probability)) + HitMiss.log2(Math.max(1, pairs - 1));
    }

    /** Returns what two reports say for being the same case, in bits. */
    public double score(CaseDescription one, CaseDescription other) {
        return name(Field.PROVINCE, one.province(), other.province())
                + name(Field.SEX, one.sex(), other.sex())
                + age(one.age(), other.age())
                + onset(one.onset(), other.onset())
                + terms(one, other);
    }

    private double name(Field field, @Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return 0;
        }
        return one.equals(other) ? NAME.match(frequencies.of(field, one)) : NAME.mismatch();
    }

    private double age(@Nullable Integer one, @Nullable Integer other) {
        if (one == null || other == null) {
            return 0;
        }
        if (one.equals(other)) {
            return NUMBER.match(frequencies.of(Field.AGE, one));
        }
        boolean near = Math.abs(one - other) <= NEAR_YEARS;
        return near
                ? NUMBER.near(frequencies.of(Field.AGE, one - NEAR_YEARS) + frequencies.of(Field.AGE, one + NEAR_YEARS))
                : NUMBER.mismatch();
    }

    private double onset(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return 0;
        }
        if (one.equals(other)) {
            return NUMBER.match(frequencies.of(Field.ONSET, one));
        }
        boolean near = Math.abs(ChronoUnit.DAYS.between(one, other)) <= NEAR_DAYS || isSwapped(one, other);
        return near ? NUMBER.near(nearby(one)) : NUMBER.mismatch();
    }

    private double nearby(LocalDate onset) {
        double sum = 0;
        for (int days = 1; days <= NEAR_DAYS; days++) {
            sum += frequencies.of(Field.ONSET, onset.minusDays(days));
            sum += frequencies.of(Field.ONSET, onset.plusDays(days));
        }
        return Math.min(1, sum);
    }

    /** Day and month written the other way round. */
    private static boolean isSwapped(LocalDate one, LocalDate other) {
        try {
            return LocalDate.of(one.getYear(), one.getDayOfMonth(), one.getMonthValue())
                    .equals(other);
        } catch (DateTimeException e) {
            // The day is no month.
            return false;
        }
    }

    private double terms(CaseDescription one, CaseDescription other) {
        List<Double> matches = new ArrayList<>();
        double against = common(Field.PRODUCT, one.products(), other.products(), matches)
                + common(Field.EVENT, one.events(), other.events(), matches);
        return against
                + matches.stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(TERMS_COUNTED)
                        .mapToDouble(Double::doubleValue)
                        .sum();
    }

    private double common(Field field, Set<String> one, Set<String> other, List<Double> matches) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        int before = matches.size();
        one.stream().filter(other::contains).forEach(term -> matches.add(TERM.match(frequencies.of(field, term))));
        return matches.size() == before ? TERM.mismatch() : 0;
    }
}
