package io.zhiwei.deploy.bench.throughput;

import io.zhiwei.deploy.bench.ModelVariant;
import io.zhiwei.deploy.bench.Plan;
import io.zhiwei.deploy.bench.events.AdvertisementGenerator;
import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.deploy.standalone.Ports;
import io.zhiwei.deploy.standalone.Servers;
import io.zhiwei.jobs.warning.WarningConfig;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures floor and pipeline in turn over one preloaded topic. */
public final class ThroughputBench {

    private final Plan plan;
    private final Consumer<String> progress;
    private final Home without;
    private final Home with;

    /** Plans the measurement; what goes on is told to the consumer. */
    public ThroughputBench(Plan plan, Consumer<String> progress) throws IOException {
        this.plan = plan;
        this.progress = progress;
        this.without = ModelVariant.of(plan.home(), plan.folder().resolve("home-without"), false);
        this.with = ModelVariant.of(plan.home(), plan.folder().resolve("home-with"), true);
    }

    /** Returns the figures. */
    public ThroughputFigures run() throws IOException, InterruptedException {
        Ports ports = Ports.free();
        try (Servers servers = new Servers(plan.home(), ports, plan.folder().resolve("throughput"))) {
            progress.accept("starting Kafka and Elasticsearch");
            servers.startStores();
            servers.prepareStores();
            double bytes = new Preload(plan.events(), progress).into(ports.bootstrapServers(), generator());
            return measure(ports, bytes);
        }
    }

    private ThroughputFigures measure(Ports ports, double bytesPerEvent) throws IOException, InterruptedException {
        Runs runs = new Runs(plan, ports, progress);
        List<RunResult> floors = new ArrayList<>();
        List<RunResult> plain = new ArrayList<>();
        List<RunResult> embedding = new ArrayList<>();
        for (int round = 1; round <= plan.pairs(); round++) {
            floors.add(runs.run("floor-" + round, Graph.FLOOR, without, 0, List.of()));
            plain.add(runs.run("pipeline-" + round, Graph.PIPELINE, without, 0, List.of()));
            embedding.add(runs.run("pipeline-embedding-" + round, Graph.PIPELINE, with, 0, List.of()));
        }
        List<RunResult> delivering = List.of(runs.run("delivering", Graph.DELIVERING, without, 0, List.of()));
        Model model = ModelLibrary.loadModel(plan.home().models().resolve(Plan.MODEL));
        return new ThroughputFigures(
                plan.events(),
                bytesPerEvent,
                plan.violatingShare(),
                Runs.WINDOW_SECONDS,
                WarningConfig.DEFAULTS.parallelism(),
                SecondStage.share(model, generator()),
                model.text().embedding(),
                PathFigures.of(floors, floors),
                PathFigures.of(plain, floors),
                PathFigures.of(embedding, floors),
                PathFigures.of(delivering, floors));
    }

    private AdvertisementGenerator generator() {
        return new AdvertisementGenerator(Plan.SEED, plan.violatingShare());
    }
}
