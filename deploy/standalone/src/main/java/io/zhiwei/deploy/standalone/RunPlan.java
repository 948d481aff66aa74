package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.EventStream;

/**
 * What a run shall do.
 *
 * @param home checkout that it runs from
 * @param ports where the servers listen
 * @param speed events a second; 0 is as fast as it goes
 * @param untilDone whether it ends by itself
 * @param stream stream of the events in files
 * @param demonstration whether it streams what comes with the project
 */
record RunPlan(Home home, Ports ports, double speed, boolean untilDone, EventStream stream, boolean demonstration) {

    /** Slow enough to read along. */
    static final double DEMONSTRATION_SPEED = 50;

    /** Two days of the small city in a minute. */
    static final double CITY_SPEED = 80;

    /** Returns whether a simulated city is streamed, which has no end to wait for. */
    boolean isCity() {
        return demonstration && !untilDone;
    }

    /** Returns what the servers shall be good at: what comes with the project is to be seen soon and comes slowly. */
    Haste haste() {
        return demonstration ? Haste.SOON_READY : Haste.FAST_WHEN_WARM;
    }

    /** Returns whether pages are served: a run that ends by itself is for its table. */
    boolean hasConsole() {
        return !untilDone;
    }
}
