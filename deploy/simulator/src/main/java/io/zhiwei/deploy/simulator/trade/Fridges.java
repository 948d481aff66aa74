package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.Mark;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.schemas.Temperature;
import java.time.Instant;

/** Refrigerators of the places that keep cold drugs: a reading every half hour, steady, warmer when a door is open. */
public final class Fridges {

    /** Minutes between two readings. */
    public static final int EVERY_MINUTES = 30;

    private static final double MEAN = 4.6;

    private long readings;

    Fridges() {}

    /** Returns the identifier of a place's refrigerator. */
    public static String assetId(Place place) {
        return "LC-" + place.storeId();
    }

    void live(Place place, Trader trader) {
        int offset = place.index() % EVERY_MINUTES;
        for (int minute = offset; minute < 24 * 60; minute += EVERY_MINUTES) {
            double celsius = MEAN + trader.chance().uniform(-1.2, 1.2);
            send(place, celsius, trader.at(minute / 60.0), Mark.ORDINARY, trader);
        }
    }

    /** Sends a reading. */
    public void send(Place place, double celsius, Instant time, Mark mark, Trader trader) {
        Temperature reading = new Temperature();
        reading.setReadingId("t-" + readings++);
        reading.setTime(time);
        reading.setDeviceId("TH-" + place.storeId());
        reading.setAssetId(assetId(place));
        reading.setStoreId(place.storeId());
        reading.setCelsius(Math.round(celsius * 10) / 10.0);
        reading.setLon(place.lon());
        reading.setLat(place.lat());
        trader.outbox().send(reading, time.plusSeconds(5), mark);
    }
}
