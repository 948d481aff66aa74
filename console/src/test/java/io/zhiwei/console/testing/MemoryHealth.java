package io.zhiwei.console.testing;

import io.zhiwei.console.health.Health;
import io.zhiwei.console.health.HealthProbe;

/** Servers that are there or not, as a test says. */
public final class MemoryHealth implements HealthProbe {

    private volatile Health now = Health.GOOD;

    /** Says which servers answer. */
    public void say(Health health) {
        now = health;
    }

    @Override
    public Health look() {
        return now;
    }
}
