package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.gps.MixturePrior;
import io.zhiwei.models.measure.disproportionality.standing.FalseShares;

/**
 * What holds of a screening from the end of a sweep on until the next.
 *
 * @param population the population, or several that are screened together
 * @param epoch end of the sweep, milliseconds
 * @param prior the prior
 * @param fitted end of the sweep to whose counts the prior was fitted, milliseconds; {@link #NEVER} where it is DuMouchel's
 * @param signals up to which probability a pair is believed
 * @param trends up to which probability a trend is believed
 * @param severities up to which probability a shift towards serious reports is believed
 */
public record Prior(
        String population,
        long epoch,
        MixturePrior prior,
        long fitted,
        FalseShares signals,
        FalseShares trends,
        FalseShares severities) {

    /** No prior was fitted. */
    static final long NEVER = Long.MIN_VALUE;

    /** Returns the same under the prior of another population. */
    Prior under(Prior whole) {
        return new Prior(population, epoch, whole.prior, whole.fitted, signals, trends, severities);
    }

    /** Returns what holds before the first sweep. */
    static Prior none(String population) {
        return new Prior(
                population,
                NEVER,
                MixturePrior.DUMOUCHEL_1999,
                NEVER,
                FalseShares.NONE,
                FalseShares.NONE,
                FalseShares.NONE);
    }
}
