package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.counting.Populations;
import io.zhiwei.models.measure.report.Stratum;
import io.zhiwei.models.measure.report.Stratum.AgeBand;
import io.zhiwei.schemas.Sex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The strata within which expected counts are adjusted: sex and group of ages. More would be too small to expect anything. */
final class Strata {

    private static final List<String> LABELS = labels();

    private Strata() {}

    private static List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (Sex sex : Sex.values()) {
            for (AgeBand age : AgeBand.values()) {
                labels.add(label(age, sex));
            }
        }
        return List.copyOf(labels);
    }

    private static String label(AgeBand age, Sex sex) {
        return new Stratum(null, age, sex.name(), null, null).label();
    }

    /** Returns the stratum of a patient. */
    static String of(String population, @Nullable Double years, @Nullable Sex sex) {
        return Populations.stratum(population, label(AgeBand.of(years), sex == null ? Sex.UNKNOWN : sex));
    }

    /** Returns all strata of a population. */
    static List<String> of(String population) {
        return LABELS.stream()
                .map(label -> Populations.stratum(population, label))
                .toList();
    }
}
