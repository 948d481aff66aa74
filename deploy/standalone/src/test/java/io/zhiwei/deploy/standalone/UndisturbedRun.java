package io.zhiwei.deploy.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhiwei.jobs.elasticsearch.AlertDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run over the demonstration advertisements that nothing disturbs: made once, whichever test asks first, and what the
 * others are held against.
 *
 * @param results what came out
 * @param documents what the index of alerts held at the end
 */
record UndisturbedRun(Results results, Map<String, JsonNode> documents) {

    private static @Nullable UndisturbedRun made;

    static synchronized UndisturbedRun get() throws Exception {
        UndisturbedRun known = made;
        if (known == null) {
            known = make();
            made = known;
        }
        return known;
    }

    Map<String, Said> said() {
        return Said.of(results.alerts());
    }

    private static UndisturbedRun make() throws Exception {
        Path folder = Files.createTempDirectory("undisturbed");
        EventSet set = Stand.advertisements(folder);
        try (Stand stand = Stand.start(folder);
                Streaming streaming = stand.streaming(set, 0)) {
            stand.startJob();
            streaming.start();
            org.awaitility.Awaitility.await().atMost(Stand.PATIENCE).until(streaming::isOver);
            Results results = stand.finish();
            return new UndisturbedRun(results, stand.documents(AlertDocument.INDEX));
        } finally {
            Stores.delete(folder);
        }
    }
}
