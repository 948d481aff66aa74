package io.zhiwei.deploy.standalone;

/**
 * What a run shall do.
 *
 * @param home checkout that it runs from
 * @param ports where the servers listen
 * @param speed events a second; 0 is as fast as it goes
 * @param untilDone whether it ends by itself
 * @param demonstration whether it streams the demonstration set
 */
record RunPlan(Home home, Ports ports, double speed, boolean untilDone, boolean demonstration) {

    /** Slow enough to read along. */
    static final double DEMONSTRATION_SPEED = 50;
}
