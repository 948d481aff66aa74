package io.zhiwei.deploy.bench.change;

/**
 * A threshold that was changed while events flowed.
 *
 * @param eventsPerSecond events sent a second
 * @param inForceMillis from the sending of the checked version until the last event that the old version judged was sent
 * @param answeredMillis from the sending of the checked version until the job's answer
 * @param before alerts that name the old version
 * @param after alerts that name the new one
 * @param mixed alerts of the old version about events sent after one that the new version had judged: partitions are read in
 *     turn, so that events change their order by some milliseconds
 * @param restarted whether the job had to begin again
 */
public record ChangeFigures(
        int eventsPerSecond,
        double inForceMillis,
        double answeredMillis,
        int before,
        int after,
        int mixed,
        boolean restarted) {}
