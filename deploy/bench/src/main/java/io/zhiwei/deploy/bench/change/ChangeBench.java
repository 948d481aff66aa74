package io.zhiwei.deploy.bench.change;

import io.zhiwei.deploy.bench.Plan;
import io.zhiwei.deploy.bench.keyed.BuyersModel;
import io.zhiwei.deploy.standalone.AlertFeed;
import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.deploy.standalone.ModelDesk;
import io.zhiwei.deploy.standalone.Ports;
import io.zhiwei.deploy.standalone.Refusal;
import io.zhiwei.deploy.standalone.Servers;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.version.ModelFiles;
import io.zhiwei.models.version.ModelUpdates;
import io.zhiwei.models.version.ModelVersions;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.ModelReply;
import io.zhiwei.schemas.ModelState;
import io.zhiwei.schemas.ModelTransition;
import io.zhiwei.schemas.ModelUpdate;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Changes a threshold while purchases flow: the job as the standalone run starts it, one window by buyer, a hundred buyers a
 * second who violate it, each once.
 */
public final class ChangeBench {

    private static final long WARM_UP_SECONDS = 45;
    private static final long BEFORE_AND_AFTER_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 240;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double MILLIS = 1e6;

    private final Plan plan;
    private final int rate;
    private final Consumer<String> progress;
    private final ChangeLog log = new ChangeLog();

    /**
     * Plans the measurement.
     *
     * @param rate events a second
     * @param progress is told what goes on
     */
    public ChangeBench(Plan plan, int rate, Consumer<String> progress) {
        this.plan = plan;
        this.rate = rate;
        this.progress = progress;
    }

    /** Returns the figures. */
    public ChangeFigures run() throws IOException, InterruptedException {
        Ports ports = Ports.free();
        Home home = BuyersModel.home(plan.home(), plan.folder().resolve("home-change"));
        try (Servers servers = new Servers(home, ports, plan.folder().resolve("change"))) {
            progress.accept("starting Kafka, Elasticsearch and the job");
            servers.startStores();
            servers.prepareStores();
            servers.startJob();
            servers.awaitJob();
            return measure(servers, home, ports);
        }
    }

    private ChangeFigures measure(Servers servers, Home home, Ports ports) throws IOException, InterruptedException {
        Model model = ModelLibrary.loadModel(home.models().resolve(BuyersModel.ID));
        ModelUpdate update = changed(model);
        try (AlertFeed feed = new AlertFeed(ports.bootstrapServers(), (before, alert) -> note(alert));
                Purchases purchases = new Purchases(ports.bootstrapServers(), rate, log)) {
            purchases.start();
            poll(feed, WARM_UP_SECONDS);
            settle(feed);
            ModelDesk desk = new ModelDesk(home, ports.bootstrapServers(), PATIENCE);
            desk.check(update);
            poll(feed, BEFORE_AND_AFTER_SECONDS);
            progress.accept("publishing while " + rate + " events/s flow");
            long published = System.nanoTime();
            ModelReply reply = desk.send(update)
                    .orElseThrow(() -> new Refusal("The job did not answer within " + PATIENCE.toSeconds() + " s."));
            long answered = System.nanoTime();
            if (!reply.getAccepted()) {
                throw new Refusal("The job refused the version: " + reply.getProblems());
            }
            poll(feed, BEFORE_AND_AFTER_SECONDS);
            purchases.stop();
            settle(feed);
            return new ChangeFigures(
                    rate,
                    Math.max(0, log.lastOf(model.version()) - published) / MILLIS,
                    (answered - published) / MILLIS,
                    log.count(model.version()),
                    log.count(update.getVersion()),
                    log.after(model.version(), update.getVersion()),
                    servers.flink().hasRestarted());
        }
    }

    private static ModelUpdate changed(Model model) throws IOException {
        Map<String, String> files =
                ModelFiles.changed(model, ModelFiles.read(model.folder()), Map.of("packs7", 12.0), model.version() + 1);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return ModelUpdate.newBuilder()
                .setUpdateId(ModelUpdates.newId())
                .setModelId(model.id())
                .setVersion(model.version() + 1)
                .setDigest(ModelVersions.digest(files))
                .setFiles(files)
                .setAuthor("bench")
                .setReason("to be timed")
                .setCreatedAt(now)
                .setRegions(List.of())
                .setTransitions(List.of(ModelTransition.newBuilder()
                        .setState(ModelState.ACTIVE)
                        .setBy("bench")
                        .setApprover("reader")
                        .setReason("to be timed")
                        .setAt(now)
                        .build()))
                .build();
    }

    private void note(Alert alert) {
        alert.getFindings().stream()
                .flatMap(finding -> finding.getEvidence().stream())
                .forEach(
                        piece -> log.judged(piece.getEventId(), alert.getModel().getVersion()));
    }

    private static void poll(AlertFeed feed, long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            feed.poll();
        }
    }

    /** Waits until the job has answered nearly all that was sent: what is on the way is less than a second's. */
    private void settle(AlertFeed feed) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (log.open() > Purchases.VIOLATING_PER_SECOND * 2) {
            if (System.nanoTime() > deadline) {
                throw new Refusal("The job does not keep up with " + rate
                        + " events a second on this machine: try a lower --change-rate.");
            }
            feed.poll();
        }
    }
}
