package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Elasticsearch, killed while alerts come and started again; {@code -Dzhiwei.outage=300} makes it five minutes. */
class OutageITCase {

    private static final Duration OUTAGE = Duration.ofSeconds(Long.getLong("zhiwei.outage", 20));
    private static final Duration BEFORE_AND_AFTER = Duration.ofSeconds(10);
    private static final int ALERTS_BEFORE = 10;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        UndisturbedRun undisturbed = UndisturbedRun.get();
        EventSet set = Stand.advertisements(folder);
        double speed =
                set.events().size() / (double) OUTAGE.plus(BEFORE_AND_AFTER).toSeconds();
        Results results;
        try (Stand stand = Stand.start(folder);
                Streaming streaming = stand.streaming(set, speed)) {
            stand.startJob();
            streaming.start();

            await().atMost(Stand.PATIENCE)
                    .until(() -> stand.documents("zhiwei-alerts").size() >= ALERTS_BEFORE);
            stand.servers().killElasticsearch();
            await().during(OUTAGE)
                    .atMost(OUTAGE.plus(Stand.PATIENCE))
                    .until(() -> !stand.servers().flink().hasRestarted());
            stand.servers().startElasticsearch();
            await().atMost(Stand.PATIENCE).until(streaming::isOver);
            results = stand.finish();

            assertThat(stand.documents("zhiwei-alerts").keySet())
                    .isEqualTo(undisturbed.documents().keySet());
        }
        assertThat(Said.of(results.alerts())).isEqualTo(undisturbed.said());
        assertThat(results.undelivered()).isEmpty();
        assertThat(results.letters()).isEmpty();
    }
}
