package io.zhiwei.deploy.standalone;

/**
 * How many events a second a job is given: more while it keeps up, clearly less once events lie about, and then for long less than
 * what was too many, so that what is measured is the way through the job and not a queue before or in it. Safe for two threads:
 * one looks, one sends.
 */
final class Pace {

    private static final double FIRST = 400;
    private static final double LEAST = 50;
    private static final double FASTER = 1.25;
    private static final double SLOWER = 0.5;
    /** A job near its limit has its queues within itself, where nobody counts them. */
    private static final double HEADROOM = 0.7;
    /** A job gets faster as it warms up: at two looks a second, what was too many is tried again after a minute. */
    private static final double BOLDER = 1.003;

    /** The counters of the job are about a second old, so that this much always seems to lie about. */
    private static final double SECONDS_UNNOTICED = 1.0;

    private static final double SECONDS_TOO_MANY = 1.8;
    private static final double NANOS = 1e9;

    private final boolean steady;
    private double rate;
    private double limit = Double.MAX_VALUE;
    private double due;
    private long since;

    private Pace(double rate, boolean steady, long now) {
        this.rate = rate;
        this.steady = steady;
        this.since = now;
    }

    /** Returns a pace that follows the job; moments are nanoseconds from any origin. */
    static Pace following(long now) {
        return new Pace(FIRST, false, now);
    }

    /** Returns a pace of so many events a second, whatever the job does. */
    static Pace steady(double rate, long now) {
        return new Pace(rate, true, now);
    }

    /**
     * Looks at how far the job is behind.
     *
     * @param behind events sent and, as far as is known, not read
     */
    synchronized void look(long behind) {
        if (steady) {
            return;
        }
        double seconds = behind / rate;
        if (seconds < SECONDS_UNNOTICED) {
            limit *= BOLDER;
            rate = Math.min(limit, rate * FASTER);
        } else if (seconds > SECONDS_TOO_MANY) {
            limit = Math.max(LEAST, Math.min(limit, rate) * HEADROOM);
            rate = Math.max(LEAST, rate * SLOWER);
        }
    }

    /**
     * Returns how many events are due now, which counts as sending them.
     *
     * @param now moment in nanoseconds, from any origin
     */
    synchronized long take(long now) {
        due = Math.min(rate, due + rate * (now - since) / NANOS);
        since = now;
        long whole = (long) due;
        due -= whole;
        return whole;
    }
}
