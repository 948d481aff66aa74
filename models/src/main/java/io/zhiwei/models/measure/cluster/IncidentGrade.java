package io.zhiwei.models.measure.cluster;

import java.util.Collection;
import java.util.Optional;

/**
 * Grade of a drug safety incident by persons, grave cases, and deaths with one batch (国家药品安全突发事件分级;
 * of grades II to IV only secondary sources were read).
 */
public enum IncidentGrade {
    /** Especially grave: the State Council's level. */
    I(50, 10, 3),
    /** Grave: the province's. */
    II(30, 5, 1),
    /** Larger: the city's. */
    III(20, 3, Integer.MAX_VALUE),
    /** General: the county's. */
    IV(10, 2, Integer.MAX_VALUE);

    private final int persons;
    private final int grave;
    private final int deaths;

    IncidentGrade(int persons, int grave, int deaths) {
        this.persons = persons;
        this.grave = grave;
        this.deaths = deaths;
    }

    /** Returns the grade of unexpected cases of one batch; empty below all. One death without other cases is none. */
    public static Optional<IncidentGrade> of(Collection<SuspectedCase> cases) {
        long grave = cases.stream().filter(SuspectedCase::grave).count();
        long deaths = cases.stream().filter(SuspectedCase::death).count();
        for (IncidentGrade grade : values()) {
            boolean deadly = deaths >= grade.deaths && (grade == I || cases.size() > deaths);
            if (cases.size() >= grade.persons || grave >= grade.grave || deadly) {
                return Optional.of(grade);
            }
        }
        return Optional.empty();
    }
}
