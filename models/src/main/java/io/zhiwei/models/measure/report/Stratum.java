package io.zhiwei.models.measure.report;

import org.jspecify.annotations.Nullable;

/**
 * Reports that are alike in what has to do with both use and reaction, to be compared with each other only. Use few parts:
 * strata with less than half an expected report add noise.
 *
 * @param year year of receipt; null where years are not told apart
 * @param age group of ages; null where ages are not told apart
 * @param sex sex; null where it is not told apart
 * @param route route of administration, as injection, oral, other; null where it is not told apart
 * @param place group of provinces; null where places are not told apart
 */
public record Stratum(
        @Nullable Integer year,
        @Nullable AgeBand age,
        @Nullable String sex,
        @Nullable String route,
        @Nullable String place) {

    /** Groups of ages that reporting and reactions differ by. */
    public enum AgeBand {
        /** Below one year. */
        INFANT(1),
        /** One to five. */
        SMALL_CHILD(6),
        /** Six to thirteen. */
        CHILD(14),
        /** Fourteen to forty-four. */
        ADULT(45),
        /** Forty-five to sixty-four. */
        MIDDLE(65),
        /** Sixty-five and older. */
        OLD(Integer.MAX_VALUE),
        /** Not known. */
        UNKNOWN(Integer.MAX_VALUE);

        private final int below;

        AgeBand(int below) {
            this.below = below;
        }

        /**
         * Returns the group of an age.
         *
         * @param years age in years, fractions for infants; null where unknown
         * @throws IllegalArgumentException if the age is negative or no number
         */
        public static AgeBand of(@Nullable Double years) {
            if (years == null) {
                return UNKNOWN;
            }
            if (!(years >= 0)) {
                throw new IllegalArgumentException("an age is at least 0 years, not " + years);
            }
            for (AgeBand band : values()) {
                if (years < band.below) {
                    return band;
                }
            }
            return OLD;
        }
    }

    /** Returns a name that equal strata share and no others. */
    public String label() {
        return part(year) + '|' + part(age) + '|' + part(sex) + '|' + part(route) + '|' + part(place);
    }

    private static String part(@Nullable Object part) {
        return part == null ? "" : part.toString();
    }
}
