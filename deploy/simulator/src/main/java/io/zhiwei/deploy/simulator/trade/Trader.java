package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Outbox;
import io.zhiwei.deploy.simulator.Settings;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A day of one place, or of one scheme.
 *
 * @param day day from the first, 0
 * @param date the day
 * @param midnight its beginning
 * @param chance its draws
 * @param outbox takes its events
 */
public record Trader(int day, LocalDate date, Instant midnight, Chance chance, Outbox outbox) {

    /** Makes the day of someone. */
    public static Trader of(Settings settings, int day, Chance chance, Outbox outbox) {
        return new Trader(day, settings.start().plusDays(day), settings.midnight(day), chance, outbox);
    }

    /** Returns a time of the day. */
    public Instant at(double hour) {
        return midnight.plusMillis(Math.round(hour * 3_600_000));
    }
}
