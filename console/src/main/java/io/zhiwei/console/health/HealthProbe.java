package io.zhiwei.console.health;

/** Asks the servers whether they are there. */
public interface HealthProbe {

    /** Returns which servers answer now; waits some seconds for them at most. */
    Health look();
}
