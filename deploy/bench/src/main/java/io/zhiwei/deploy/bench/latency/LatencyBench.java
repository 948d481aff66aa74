package io.zhiwei.deploy.bench.latency;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.deploy.bench.Plan;
import io.zhiwei.deploy.bench.events.AdvertisementGenerator;
import io.zhiwei.deploy.standalone.AlertFeed;
import io.zhiwei.deploy.standalone.Cluster;
import io.zhiwei.deploy.standalone.EventSender;
import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.deploy.standalone.Ports;
import io.zhiwei.deploy.standalone.Refusal;
import io.zhiwei.deploy.standalone.Servers;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Measures the time from event to searchable alert: a paced producer, the job as the standalone run starts it, a reader of
 * the topic of alerts that learns which documents to expect, and a searcher that finds them.
 */
public final class LatencyBench {

    private static final long PATIENCE_SECONDS = 240;
    private static final long WARM_UP_SECONDS = 60;
    private static final long CAUGHT_UP_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long DRAIN_SECONDS = 5;

    private final Plan plan;
    private final Consumer<String> progress;
    private final Home home;
    private final LatencyLog log = new LatencyLog();

    /**
     * Plans the measurement.
     *
     * @param plan what to measure
     * @param home the plan's home, or a variant of it
     * @param progress is told what goes on
     */
    public LatencyBench(Plan plan, Home home, Consumer<String> progress) {
        this.plan = plan;
        this.home = home;
        this.progress = progress;
    }

    /** Returns the figures. */
    public LatencyFigures run() throws IOException, InterruptedException {
        Ports ports = Ports.free();
        try (Servers servers = new Servers(home, ports, plan.folder().resolve("latency"));
                Cluster cluster = new Cluster(ports)) {
            progress.accept("starting Kafka, Elasticsearch and the job");
            servers.startStores();
            servers.prepareStores();
            servers.startJob();
            servers.awaitJob();
            return measure(ports, cluster);
        }
    }

    private LatencyFigures measure(Ports ports, Cluster cluster) throws IOException, InterruptedException {
        IndexWatch index = new IndexWatch(cluster, log);
        try (AlertFeed feed = new AlertFeed(ports.bootstrapServers(), (before, alert) -> {
                    if (before == null) {
                        log.announced(alert.getAlertId(), events(alert), System.nanoTime());
                    }
                });
                EventSender sender = new EventSender(EventStream.ADVERTISEMENTS, ports.bootstrapServers());
                Background topic = new Background("topic-watch", feed::poll);
                Background search = new Background("index-watch", index::poll)) {
            LatencyFigures figures = send(sender);
            topic.check();
            search.check();
            return figures;
        }
    }

    private LatencyFigures send(EventSender events) throws IOException, InterruptedException {
        PacedSender sender = new PacedSender(
                events, new AdvertisementGenerator(Plan.SEED + 1, plan.violatingShare()), log, plan.rate());
        Thread thread = new Thread(sender, "paced-sender");
        thread.start();
        try {
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            await(() -> System.nanoTime() - CAUGHT_UP_NANOS);
            progress.accept(
                    "measuring latency at " + plan.rate() + " advertisements/s for " + plan.latencySeconds() + " s");
            sender.forgetLateness();
            long from = System.nanoTime();
            TimeUnit.SECONDS.sleep(plan.latencySeconds());
            long to = System.nanoTime();
            double late = sender.latest() / 1e6;
            // The load goes on, so that the last alerts meet the same conditions.
            await(() -> to);
            TimeUnit.SECONDS.sleep(DRAIN_SECONDS);
            return LatencyFigures.of(setting(), log.delays(from, to), late);
        } finally {
            sender.stop();
            thread.join();
        }
    }

    /** Waits until the job has come to the events of some time. */
    private void await(LongSupplier time) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!log.hasReached(time.getAsLong())) {
            if (System.nanoTime() > deadline) {
                throw new Refusal("The job does not keep up with " + plan.rate()
                        + " advertisements a second on this machine: try --without-embedding or a lower --rate. See "
                        + plan.folder() + "/latency/logs.");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private LatencyFigures.Setting setting() throws IOException {
        String refresh = new ObjectMapper()
                .readTree(home.templates().resolve("zhiwei-alerts.json").toFile())
                .at("/template/settings/index/refresh_interval")
                .asText();
        boolean embedding =
                ModelLibrary.loadModel(home.models().resolve(Plan.MODEL)).text().embedding();
        return new LatencyFigures.Setting(
                plan.rate(), plan.latencySeconds(), plan.violatingShare(), refresh, embedding);
    }

    private static List<String> events(Alert alert) {
        return alert.getFindings().stream()
                .flatMap(finding -> finding.getEvidence().stream())
                .map(piece -> String.valueOf(piece.getEventId()))
                .distinct()
                .toList();
    }
}
