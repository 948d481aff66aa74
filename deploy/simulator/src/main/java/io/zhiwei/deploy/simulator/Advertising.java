package io.zhiwei.deploy.simulator;

import io.zhiwei.schemas.Advertisement;
import java.time.Duration;
import java.time.Instant;

/** Sightings of advertisements: given templates, shown again and again by day, found some minutes later. */
final class Advertising implements Population {

    private static final int SIGHTINGS_A_DAY = 2_000;
    private static final double MINUTES_UNTIL_FOUND = 12;

    private final Settings settings;

    Advertising(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void live(int day, Outbox outbox) {
        Chance chance = Chance.of(settings.seed(), 7, day);
        int sightings = chance.poisson(SIGHTINGS_A_DAY * settings.scale());
        for (int i = 0; i < sightings; i++) {
            Instant published = settings.midnight(day).plusSeconds(chance.between(6 * 3_600, 24 * 3_600 - 1));
            Instant seen = published.plus(Duration.ofSeconds((long) chance.exponential(MINUTES_UNTIL_FOUND * 60)));
            Advertisement sighting = Advertisement.newBuilder(chance.one(settings.advertisements()))
                    .setAdId("ad-" + day + "-" + i)
                    .setPublishedAt(published)
                    .setSeenAt(seen)
                    .build();
            outbox.send(sighting, seen);
        }
    }
}
