package io.zhiwei.deploy.standalone;

import static org.awaitility.Awaitility.await;

import io.zhiwei.jobs.elasticsearch.AlertDocument;
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
        EventSet set = Stand.advertisements(folder);
        double speed =
                set.events().size() / (double) OUTAGE.plus(BEFORE_AND_AFTER).toSeconds();
        Stand.assertBears(folder, stand -> {
            try (Streaming streaming = stand.streaming(set, speed)) {
                streaming.start();
                await().atMost(Stand.PATIENCE)
                        .until(() -> stand.documents(AlertDocument.INDEX).size() >= ALERTS_BEFORE);
                stand.servers().killElasticsearch();
                await().during(OUTAGE)
                        .atMost(OUTAGE.plus(Stand.PATIENCE))
                        .until(() -> !stand.servers().flink().hasRestarted());
                stand.servers().startElasticsearch();
                await().atMost(Stand.PATIENCE).until(streaming::isOver);
            }
        });
    }
}
