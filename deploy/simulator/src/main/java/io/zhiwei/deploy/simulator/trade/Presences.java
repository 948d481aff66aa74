package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.Mark;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.schemas.PharmacistPresence;
import java.time.Instant;

/** Pharmacists on duty: two shifts a day that overlap, or one who reviews from afar for a store of a chain. */
public final class Presences {

    private static final double CHANGE_OF_SHIFT = 14.5;

    private long records;

    Presences() {}

    /** Returns who reviews at a place at a time. */
    public String reviewer(Place place, Instant time) {
        double hour = time.atZone(Settings.ZONE).toLocalTime().toSecondOfDay() / 3_600.0;
        return place.pharmacists().get(place.is("REMOTE") || hour < CHANGE_OF_SHIFT ? 0 : 1);
    }

    /** Reports arrivals and departures of a place's day. */
    void live(Place place, Trader trader) {
        double open = Math.max(0, place.openHour() - 0.25);
        double close = Math.min(23.999, place.closeHour() + 0.25);
        if (place.is("REMOTE")) {
            interval(place, place.pharmacists().get(0), open, close, trader);
            return;
        }
        interval(place, place.pharmacists().get(0), open, CHANGE_OF_SHIFT + 0.25, trader);
        interval(place, place.pharmacists().get(1), CHANGE_OF_SHIFT - 0.25, close, trader);
    }

    private void interval(Place place, String pharmacist, double from, double to, Trader trader) {
        Instant arrives =
                trader.at(from).minusSeconds(from == 0 ? 0 : trader.chance().between(0, 600));
        Instant leaves =
                trader.at(to).plusSeconds(to > 23.9 ? 0 : trader.chance().between(0, 600));
        String interval = "duty-" + records;
        trader.outbox().send(record(place, pharmacist, interval, arrives, null), arrives.plusSeconds(2), mark(place));
        trader.outbox().send(record(place, pharmacist, interval, arrives, leaves), leaves.plusSeconds(2), mark(place));
    }

    private static Mark mark(Place place) {
        return place.is("REMOTE") ? Mark.lookAlike("X12") : Mark.ORDINARY;
    }

    private PharmacistPresence record(
            Place place,
            String pharmacist,
            String interval,
            Instant arrives,
            @org.jspecify.annotations.Nullable Instant leaves) {
        PharmacistPresence presence = new PharmacistPresence();
        presence.setPresenceId("presence-" + records++);
        presence.setEventTime(leaves == null ? arrives : leaves);
        presence.setIntervalId(interval);
        presence.setPharmacistId(pharmacist);
        presence.setStoreId(place.storeId());
        presence.setInTime(arrives);
        presence.setOutTime(leaves);
        presence.setMethod(place.is("REMOTE") ? "LOGIN" : "FACE");
        presence.setRemoteReview(place.is("REMOTE"));
        presence.setRegionCode(place.region());
        presence.setLon(place.lon());
        presence.setLat(place.lat());
        return presence;
    }
}
