package io.zhiwei.deploy.bench.screening;

import io.zhiwei.deploy.bench.events.AdvertisementGenerator;
import java.time.Instant;
import java.util.stream.Stream;

/** The texts that are screened: the same in the benchmark's JVM and in the one that reads its figures. */
final class ScreeningTexts {

    private static final int COUNT = 4_000;
    private static final long SEED = 20_261_125;
    private static final double VIOLATING = 0.05;

    private ScreeningTexts() {}

    static String[] make() {
        AdvertisementGenerator generator = new AdvertisementGenerator(SEED, VIOLATING);
        return Stream.generate(() -> generator.next(Instant.EPOCH).advertisement())
                .limit(COUNT)
                .map(event -> String.valueOf(event.getText()))
                .toArray(String[]::new);
    }

    static long characters() {
        return Stream.of(make()).mapToLong(String::length).sum();
    }
}
