package io.zhiwei.deploy.simulator;

import java.time.LocalDate;

/**
 * What city is drawn.
 *
 * @param days number of days
 * @param seed the same seed gives the same bytes
 * @param scale share of the full city's shops, above 0; 1 is 450 pharmacies
 * @param start first day
 */
public record Plan(int days, long seed, double scale, LocalDate start) {

    /** Refuses what no city can be. */
    public Plan {
        if (days < 1 || days > 3660) {
            throw new IllegalArgumentException("days is " + days + ". Give 1 to 3660.");
        }
        if (!(scale > 0 && scale <= 10)) {
            throw new IllegalArgumentException("scale is " + scale + ". Give a number above 0, at most 10.");
        }
    }
}
