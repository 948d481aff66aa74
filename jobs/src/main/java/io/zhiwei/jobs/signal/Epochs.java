package io.zhiwei.jobs.signal;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The grid of event time on which counts are closed: epochs end together everywhere, at times of China's clock. A sweep is
 * an epoch at whose end all pairs are measured, not only pairs whose count changed; at some sweeps priors are fitted, too.
 *
 * @param length time of an epoch
 * @param sweep time between sweeps, a multiple of the length
 * @param refit time between fits of the priors, a multiple of the sweep
 */
record Epochs(Duration length, Duration sweep, Duration refit) implements Serializable {

    /** China's clock, by which days are told. */
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final long SHIFT = Duration.ofSeconds(ZONE.getTotalSeconds()).toMillis();

    Epochs {
        if (length.isNegative() || length.toMillis() == 0) {
            throw new IllegalArgumentException("epoch is " + length + ": give more than 0");
        }
        if (sweep.compareTo(length) < 0 || sweep.toMillis() % length.toMillis() != 0) {
            throw new IllegalArgumentException(
                    "sweep is " + sweep + ": give a multiple of the epoch, which is " + length);
        }
        if (refit.compareTo(sweep) < 0 || refit.toMillis() % sweep.toMillis() != 0) {
            throw new IllegalArgumentException(
                    "refit is " + refit + ": give a multiple of the sweep, which is " + sweep);
        }
    }

    /** Returns the last millisecond of the epoch of a time. */
    long end(long time) {
        return end(time, length.toMillis());
    }

    /** Returns the end of the first sweep that is not before the end of an epoch. */
    long sweepFrom(long end) {
        return end(end, sweep.toMillis());
    }

    /** Returns the end of the first sweep after the end of an epoch. */
    long sweepAfter(long end) {
        return sweepFrom(end + 1);
    }

    boolean isSweep(long end) {
        return sweepFrom(end) == end;
    }

    /** Returns whether priors are fitted at the end of a sweep. */
    boolean isRefit(long end) {
        return end(end, refit.toMillis()) == end;
    }

    private static long end(long time, long length) {
        return time - Math.floorMod(time + SHIFT, length) + length - 1;
    }

    /** Returns the day of a time, by China's clock. */
    static LocalDate day(long time) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(time), ZONE);
    }
}
