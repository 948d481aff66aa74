package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Place;
import java.util.Set;

/** Prices: log-normal around the list price, promotions, and procurement steps (集采). */
public final class Prices {

    /** Names of the drugs whose price a procurement step lowers. */
    public static final Set<String> PROCURED = Set.of("氨氯地平片", "阿托伐他汀钙片");

    /** Day of the procurement step, from the first. */
    public static final int STEP_DAY = 20;

    private static final double STEP = 0.35;
    private static final double SPREAD = 0.12;
    private static final double PROMOTION_DAYS = 0.03;
    private static final double PROMOTION = 0.7;

    private final long seed;

    Prices(Settings settings) {
        this.seed = settings.seed();
    }

    /** Returns the list price of a pack on a day, yuan. */
    public static double list(Drug drug, int day) {
        return drug.price() * (day >= STEP_DAY && PROCURED.contains(drug.name()) ? STEP : 1);
    }

    /** Returns the price of a pack at a place on a day, yuan. */
    public double at(Place place, Drug drug, int day) {
        double own = Chance.of(seed, 8, place.index(), drug.index()).logNormal(1, SPREAD);
        return round(list(drug, day) * own * (promotes(place, day) ? PROMOTION : 1));
    }

    /** Returns whether a place has a promotion that day. */
    boolean promotes(Place place, int day) {
        return Chance.of(seed, 9, place.index(), day).happens(PROMOTION_DAYS);
    }

    static double round(double yuan) {
        return Math.max(0.1, Math.round(yuan * 100) / 100.0);
    }
}
