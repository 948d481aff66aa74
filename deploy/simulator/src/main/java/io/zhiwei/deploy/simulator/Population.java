package io.zhiwei.deploy.simulator;

import io.zhiwei.deploy.simulator.scheme.Plan;
import java.util.List;

/**
 * Part of the city that makes events: trade, schemes, advertising, and in time fund-raising or adverse reactions. A
 * population keeps what it must remember from day to day itself, and draws from chances of its own, so that adding one
 * leaves the others as they were.
 */
public interface Population {

    /** Sends what is known before the first day: registry records, opening stock. */
    default void begin(Outbox outbox) {}

    /**
     * Sends the events of a day.
     *
     * @param day day from the first, 0
     * @param outbox takes them in any order
     */
    void live(int day, Outbox outbox);

    /** Returns what the truth may say by now of what this population does. */
    default List<Plan> plans() {
        return List.of();
    }
}
