package io.zhiwei.deploy.bench.latency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.deploy.standalone.Cluster;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the index every fifty milliseconds which of the announced alerts a search finds by now. The search is an ordinary
 * one over refreshed segments, by document id, and says nothing of the content.
 */
final class IndexWatch {

    private static final String INDEX = "zhiwei-alerts";
    private static final long INTERVAL_NANOS = 50_000_000;
    private static final int MOST = 1_000;

    private final Cluster cluster;
    private final LatencyLog log;
    private final ObjectMapper json = new ObjectMapper();

    IndexWatch(Cluster cluster, LatencyLog log) {
        this.cluster = cluster;
        this.log = log;
    }

    /** Asks once, and then waits for the rest of the interval. */
    void poll() throws IOException {
        long start = System.nanoTime();
        List<String> waiting = log.waiting(MOST);
        if (!waiting.isEmpty()) {
            JsonNode answer = json.readTree(cluster.search(INDEX, query(waiting)));
            long now = System.nanoTime();
            answer.path("hits")
                    .path("hits")
                    .forEach(hit -> log.searchable(hit.path("_id").asText(), now));
        }
        LockSupport.parkNanos(start + INTERVAL_NANOS - System.nanoTime());
    }

    private String query(List<String> ids) throws JsonProcessingException {
        return json.writeValueAsString(
                Map.of("size", MOST, "_source", false, "query", Map.of("ids", Map.of("values", ids))));
    }
}
