package io.zhiwei.deploy.bench;

import java.util.concurrent.locks.LockSupport;

/** Waits for the moment at which an event is due. */
public final class Pacing {

    private Pacing() {}

    /** Returns when a moment has come; one that is over has. */
    public static void await(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
