package io.zhiwei.deploy.simulator;

import io.zhiwei.schemas.Advertisement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What to simulate. Equal settings give equal events.
 *
 * @param days days to simulate, 1 to 3,660
 * @param seed decides every draw
 * @param scale size of the city; 1 is about 1.1 million people, 450 pharmacies and 60 device shops; 0.005 to 20
 * @param start first day
 * @param advertisements templates of advertisements; none are shown where it is empty
 */
public record Settings(int days, long seed, double scale, LocalDate start, List<Advertisement> advertisements) {

    /** Zone of every time of day. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** First day where none is said. */
    public static final LocalDate DEFAULT_START = LocalDate.of(2026, 3, 2);

    private static final int MOST_DAYS = 3_660;

    /** Checks the settings. */
    public Settings {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("--days is 1 to 3660, not " + days + ".");
        }
        if (!(scale >= 0.005 && scale <= 20)) {
            throw new IllegalArgumentException("--scale is 0.005 to 20, not " + scale + ".");
        }
        if (start.isBefore(LocalDate.of(2024, 7, 1)) || start.isAfter(LocalDate.of(2060, 1, 1))) {
            throw new IllegalArgumentException(
                    "--start is a day from 2024-07-01 (the controlled catalogue that the city"
                            + " follows) to 2060-01-01, not " + start + ".");
        }
        advertisements = List.copyOf(advertisements);
    }

    /** Returns the settings of a city without advertisements. */
    public static Settings of(int days, long seed, double scale) {
        return new Settings(days, seed, scale, DEFAULT_START, List.of());
    }

    /** Returns the beginning of a simulated day, 0 the first. */
    public Instant midnight(int day) {
        return start.plusDays(day).atStartOfDay(ZONE).toInstant();
    }

    /** Returns a number that grows with the size of the city, at least the least. */
    public int scaled(double atFullSize, int least) {
        return (int) Math.max(least, Math.round(atFullSize * scale));
    }
}
