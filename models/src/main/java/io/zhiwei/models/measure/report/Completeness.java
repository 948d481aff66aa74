package io.zhiwei.models.measure.report;

/**
 * How well a report is documented, from 0 to 1: the product of what each missing part leaves of it (vigiGrade; Bergvall et
 * al. 2014).
 *
 * @param onset time from use to reaction
 * @param age age of the patient
 * @param indication whether it is said what the product was used for
 * @param outcome whether it is said how the reaction ended
 * @param sex whether the sex is said
 * @param dose whether the dose is said
 * @param country whether the country is said
 * @param reporter whether the profession of who reports is said
 * @param type whether it is said how the report came about
 * @param text whether the course is told
 */
public record Completeness(
        Onset onset,
        Age age,
        boolean indication,
        boolean outcome,
        boolean sex,
        boolean dose,
        boolean country,
        boolean reporter,
        boolean type,
        boolean text) {

    /** Above which a report is well documented. */
    public static final double WELL_DOCUMENTED = 0.8;

    /** From which on a report is informative enough for the ranking of signals. */
    public static final double INFORMATIVE = 0.9;

    private static final double LARGE = 0.3;
    private static final double SMALL = 0.1;

    /** How well the time from use to reaction is known. */
    public enum Onset {
        /** To the day. */
        KNOWN(0),
        /** To a month. */
        WITHIN_A_MONTH(SMALL),
        /** Less than that. */
        VAGUE(LARGE),
        /** Not at all. */
        MISSING(0.5);

        private final double penalty;

        Onset(double penalty) {
            this.penalty = penalty;
        }
    }

    /** How well the age is known. */
    public enum Age {
        /** In years. */
        KNOWN(0),
        /** By group. */
        GROUP(SMALL),
        /** Not at all. */
        MISSING(LARGE);

        private final double penalty;

        Age(double penalty) {
            this.penalty = penalty;
        }
    }

    /** Returns the grade. */
    public double grade() {
        return (1 - onset.penalty)
                * (1 - age.penalty)
                * left(indication, LARGE)
                * left(outcome, LARGE)
                * left(sex, LARGE)
                * left(dose, SMALL)
                * left(country, SMALL)
                * left(reporter, SMALL)
                * left(type, SMALL)
                * left(text, SMALL);
    }

    private static double left(boolean said, double penalty) {
        return said ? 1 : 1 - penalty;
    }
}
