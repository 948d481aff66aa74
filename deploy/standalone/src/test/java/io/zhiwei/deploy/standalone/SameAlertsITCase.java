package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhiwei.deploy.simulator.Happening;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.Simulation;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.schemas.Alert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same days of a city, replayed with other parallelism and in another order within the allowed lateness. */
class SameAlertsITCase {

    /** Each instance compiles every model: a month with {@code -Dzhiwei.days=30 -Dzhiwei.parallelism=2,4} takes a while on two cores. */
    private static final List<Integer> PARALLELISM = Stream.of(
                    System.getProperty("zhiwei.parallelism", "2").split(","))
            .map(Integer::valueOf)
            .toList();

    private static final int DAYS = Integer.getInteger("zhiwei.days", 3);
    private static final Duration PATIENCE = Stand.PATIENCE.multipliedBy(1 + DAYS / 5);
    private static final long SEED = 5;
    private static final double SCALE = 0.01;
    private static final Duration SHUFFLED_WITHIN = Duration.ofHours(12);
    /** All lies in Kafka and is read as fast as it goes: a source that gets no processor for two seconds counts as idle and is overtaken. */
    private static final String LATE_BOUND = "40d";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void parallelismAndOrderOfArrivalChangeNothing() throws Exception {
        List<Happening> inOrder = city();
        Map<String, Said> alone = replay(inOrder, 1);

        assertThat(alone).isNotEmpty();
        for (int parallelism : PARALLELISM) {
            assertThat(replay(shuffled(inOrder), parallelism))
                    .as("parallelism " + parallelism)
                    .isEqualTo(alone);
        }
    }

    private static List<Happening> city() {
        Set<String> topics = Home.find().topics();
        List<Happening> happenings = new ArrayList<>();
        Simulation.of(Settings.of(DAYS, SEED, SCALE)).forEachRemaining(happening -> {
            if (topics.contains(happening.stream().topic())) {
                happenings.add(happening);
            }
        });
        return happenings;
    }

    /** Draws a moment of arrival for each; registry records keep theirs, because the first ones are there before all. */
    private static List<Happening> shuffled(List<Happening> inOrder) {
        Random random = new Random(SEED);
        Map<Happening, Long> arrivals = new HashMap<>();
        for (Happening happening : inOrder) {
            long late = isRecord(happening) ? 0 : random.nextLong(SHUFFLED_WITHIN.toMillis());
            arrivals.put(happening, happening.arrival().toEpochMilli() + late);
        }
        List<Happening> shuffled = new ArrayList<>(inOrder);
        shuffled.sort(Comparator.comparing(arrivals::get));
        return shuffled;
    }

    private static boolean isRecord(Happening happening) {
        return happening.stream().topic().equals(Feed.REGISTRY);
    }

    private Map<String, Said> replay(List<Happening> happenings, int parallelism) throws Exception {
        try (Stand stand = Stand.start(folder.resolve("with " + parallelism))) {
            send(happenings, stand.bootstrapServers());
            stand.startJob(
                    "--late-bound", LATE_BOUND, "--max-drift", "2d", "--parallelism", Integer.toString(parallelism));
            await().atMost(PATIENCE).until(() -> stand.servers().flink().eventsRead() >= happenings.size());
            await().atMost(PATIENCE).until(stand.servers()::finishJob);
            try (AlertFeed alerts = new AlertFeed(stand.bootstrapServers(), (before, now) -> {})) {
                alerts.readToEnd();
                List<Alert> standing = alerts.alerts().stream()
                        .filter(alert -> alert.getLevelRank() > 0)
                        .toList();
                return Said.of(standing);
            }
        }
    }

    private static void send(List<Happening> happenings, String bootstrapServers) {
        try (CitySenders senders = new CitySenders(bootstrapServers)) {
            happenings.forEach(senders::send);
        }
    }
}
