package io.zhiwei.deploy.bench.throughput;

import io.zhiwei.deploy.bench.ModelVariant;
import io.zhiwei.deploy.bench.Plan;
import io.zhiwei.deploy.bench.events.AdvertisementGenerator;
import io.zhiwei.deploy.standalone.Cluster;
import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.deploy.standalone.Ports;
import io.zhiwei.deploy.standalone.Servers;
import io.zhiwei.jobs.warning.WarningConfig;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Measures floor and pipeline in turn over one preloaded topic. */
public final class ThroughputBench {

    private static final long LEAST_WARM_UP_SECONDS = 4;
    private static final long WINDOW_SECONDS = 6;

    private final Plan plan;
    private final Consumer<String> progress;
    private final MeasuredJvm jvm;
    private final Home without;
    private final Home with;

    /** Plans the measurement; what goes on is told to the consumer. */
    public ThroughputBench(Plan plan, Consumer<String> progress) throws IOException {
        this.plan = plan;
        this.progress = progress;
        this.jvm = new MeasuredJvm(plan.home().classPath("deploy/bench"), plan.logs());
        this.without = ModelVariant.of(plan.home(), plan.folder().resolve("home-without"), false);
        this.with = ModelVariant.of(plan.home(), plan.folder().resolve("home-with"), true);
    }

    /** Returns the figures. */
    public ThroughputFigures run() throws IOException, InterruptedException {
        Ports ports = Ports.free();
        try (Servers servers = new Servers(plan.home(), ports, plan.folder().resolve("throughput"))) {
            progress.accept("starting Kafka and Elasticsearch");
            servers.startStores();
            double bytes = prepare(ports);
            return measure(ports, bytes);
        }
    }

    private double prepare(Ports ports) throws IOException, InterruptedException {
        try (Cluster cluster = new Cluster(ports)) {
            cluster.createTopics();
            cluster.putTemplates(plan.home().templates());
        }
        return new Preload(plan.events(), progress).into(ports.bootstrapServers(), generator());
    }

    private ThroughputFigures measure(Ports ports, double bytesPerEvent) throws IOException, InterruptedException {
        List<RunResult> floors = new ArrayList<>();
        List<RunResult> plain = new ArrayList<>();
        List<RunResult> embedding = new ArrayList<>();
        for (int round = 1; round <= plan.pairs(); round++) {
            floors.add(run("floor", round, Graph.FLOOR, ports, without));
            plain.add(run("pipeline", round, Graph.PIPELINE, ports, without));
            embedding.add(run("pipeline-embedding", round, Graph.PIPELINE, ports, with));
        }
        List<RunResult> delivering = List.of(run("delivering", 1, Graph.DELIVERING, ports, without));
        Model model = ModelLibrary.loadModel(plan.home().models().resolve(Plan.MODEL));
        return new ThroughputFigures(
                plan.events(),
                bytesPerEvent,
                plan.violatingShare(),
                WINDOW_SECONDS,
                WarningConfig.DEFAULTS.parallelism(),
                SecondStage.share(model, generator()),
                model.text().embedding(),
                PathFigures.of(floors, floors),
                PathFigures.of(plain, floors),
                PathFigures.of(embedding, floors),
                PathFigures.of(delivering, floors));
    }

    private RunResult run(String name, int round, Graph graph, Ports ports, Home home)
            throws IOException, InterruptedException {
        String run = name + "-" + round;
        RunResult result = jvm.run(
                run,
                List.of(
                        graph.name(),
                        Long.toString(LEAST_WARM_UP_SECONDS),
                        Long.toString(plan.warmUpSeconds()),
                        Long.toString(WINDOW_SECONDS),
                        "--bootstrap-servers",
                        ports.bootstrapServers(),
                        "--elasticsearch",
                        ports.elasticsearchUrl(),
                        "--models",
                        home.models().toString(),
                        "--regions",
                        home.regions().toString(),
                        "--checkpoints",
                        plan.folder().resolve("checkpoints").resolve(run).toString(),
                        "--web-port",
                        "0"));
        progress.accept(String.format(
                Locale.ROOT,
                "%s %d of %d: %,.0f events/s, %,.0f per core-second, %.0f s warm-up",
                name,
                round,
                graph == Graph.DELIVERING ? 1 : plan.pairs(),
                result.steady().eventsPerSecond(),
                result.steady().eventsPerCoreSecond(),
                result.steady().warmUpSeconds()));
        return result;
    }

    private AdvertisementGenerator generator() {
        return new AdvertisementGenerator(Plan.SEED, plan.violatingShare());
    }
}
