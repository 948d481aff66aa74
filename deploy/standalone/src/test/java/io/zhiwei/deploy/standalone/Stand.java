package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.jobs.elasticsearch.AlertDocument;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Real servers with empty topics and indices, and a job that starts anew: one at a time, whatever the test before it left.
 */
final class Stand implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int MOST = 1_000;

    private final Ports ports;
    private final Servers servers;
    private final Cluster cluster;
    private final Path checkpoints;
    private int starts;
    private boolean finished;

    private Stand(Stores stores, Path checkpoints) {
        this.ports = stores.ports();
        this.servers = stores.servers();
        this.cluster = new Cluster(ports);
        this.checkpoints = checkpoints;
    }

    static Stand start(Path folder) throws Exception {
        return new Stand(Stores.empty(), folder.resolve("its checkpoints"));
    }

    /** What happens to a job while it runs. */
    interface Disturbance {

        /** Sends the demonstration advertisements, and does its worst meanwhile. */
        void befall(Stand stand) throws Exception;
    }

    /** Asserts that a disturbed run over the demonstration advertisements says in the end what an undisturbed one says. */
    static void assertBears(Path folder, Disturbance disturbance) throws Exception {
        UndisturbedRun undisturbed = UndisturbedRun.get();
        Results results;
        try (Stand stand = start(folder)) {
            stand.startJob();

            disturbance.befall(stand);
            results = stand.finish();

            assertThat(stand.documents(AlertDocument.INDEX).keySet())
                    .isEqualTo(undisturbed.documents().keySet());
        }
        assertThat(Said.of(results.alerts())).isEqualTo(undisturbed.said());
        assertThat(results.undelivered()).isEmpty();
        assertThat(results.letters()).isEmpty();
    }

    /** Returns the demonstration advertisements: realistic, and with every kind of finding. */
    static EventSet advertisements(Path folder) throws IOException {
        return EventSet.read(List.of(Demonstration.advertisements(folder)), EventStream.ADVERTISEMENTS);
    }

    /** Starts the job; after a kill it goes on from its newest checkpoint. */
    void startJob() throws IOException, InterruptedException {
        startJob("--late-bound", RunSession.NEVER_TOO_LATE);
    }

    /** Starts the job with settings of its own. */
    void startJob(String... settings) throws IOException, InterruptedException {
        starts++;
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of("--checkpoints", checkpoints.toString()));
        servers.startJob(all.toArray(String[]::new));
        servers.awaitJob();
    }

    Servers servers() {
        return servers;
    }

    Ports ports() {
        return ports;
    }

    String bootstrapServers() {
        return ports.bootstrapServers();
    }

    Streaming streaming(EventSet set, double speed) {
        return new Streaming(set, speed, bootstrapServers());
    }

    Cluster.Offsets offsets() throws Exception {
        return cluster.offsets(EventStream.ADVERTISEMENTS);
    }

    /** Waits until the job has everything behind it. */
    void awaitAssessed() {
        Advance advance = new Advance(cluster, servers.flink(), EventStream.ADVERTISEMENTS, starts == 1);
        await().atMost(PATIENCE).until(() -> advance.behind() == 0);
    }

    /** Waits until the job has everything behind it, lets it finish and returns what came out. */
    Results finish() throws Exception {
        awaitAssessed();
        await().atMost(PATIENCE).until(servers::finishJob);
        finished = true;
        try (AlertFeed alerts = new AlertFeed(bootstrapServers(), (before, now) -> {});
                DeadLetterFeed letters = new DeadLetterFeed(bootstrapServers())) {
            alerts.readToEnd();
            letters.readToEnd();
            return Results.of(alerts.alerts(), letters.letters(), new Delivery(cluster));
        }
    }

    /** Returns every document of an index by its id, with its version beside its source. */
    Map<String, JsonNode> documents(String index) throws IOException {
        cluster.refresh(index);
        String answer = cluster.search(index, "{\"size\":" + MOST + ",\"version\":true,\"track_total_hits\":true}");
        Map<String, JsonNode> documents = new TreeMap<>();
        new ObjectMapper()
                .readTree(answer)
                .path("hits")
                .path("hits")
                .forEach(hit -> documents.put(hit.path("_id").asText(), hit));
        return documents;
    }

    @Override
    public void close() throws IOException {
        cluster.close();
        if (!finished) {
            Stores.discard();
        }
    }
}
