package io.zhiwei.deploy.bench.keyed;

import io.zhiwei.deploy.bench.Plan;
import io.zhiwei.deploy.bench.Statistics;
import io.zhiwei.deploy.bench.throughput.Graph;
import io.zhiwei.deploy.bench.throughput.PathFigures;
import io.zhiwei.deploy.bench.throughput.RunResult;
import io.zhiwei.deploy.bench.throughput.Runs;
import io.zhiwei.deploy.simulator.Family;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.deploy.standalone.Ports;
import io.zhiwei.deploy.standalone.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Measures the keyed pipeline over a simulated city, with copies of a model, and with many keys on disk. */
public final class KeyedBench {

    private static final String COPIED = "special-drug-sales";
    /** What is sent after each key has come once: for a minute and more. */
    private static final long AFTER_FILL = 1_500_000;

    private final Plan plan;
    private final KeyedPlan keyed;
    private final Consumer<String> progress;

    /** Plans the measurement; what goes on is told to the consumer. */
    public KeyedBench(Plan plan, KeyedPlan keyed, Consumer<String> progress) {
        this.plan = plan;
        this.keyed = keyed;
        this.progress = progress;
    }

    /** A measurement with servers of its own. */
    @FunctionalInterface
    private interface Measured<T> {
        T with(Ports ports, Runs runs) throws IOException, InterruptedException;
    }

    /** Returns the figures. */
    public KeyedFigures run() throws IOException, InterruptedException {
        KeyedFigures city = onServers("city", this::city);
        Map<Integer, RunResult> keys = new TreeMap<>();
        for (int count : keyed.keys()) {
            keys.put(count, onServers("keys-" + count, (ports, runs) -> keys(count, ports, runs)));
        }
        return new KeyedFigures(
                city.events(),
                city.days(),
                city.scale(),
                city.models(),
                city.floor(),
                city.pipeline(),
                city.visitRatio(),
                city.onDisk(),
                city.copied(),
                city.copies(),
                keys);
    }

    private <T> T onServers(String name, Measured<T> measured) throws IOException, InterruptedException {
        Ports ports = Ports.free();
        try (Servers servers = new Servers(plan.home(), ports, plan.folder().resolve(name))) {
            progress.accept(name + ": starting Kafka and Elasticsearch");
            servers.startStores();
            servers.prepareStores();
            return measured.with(ports, new Runs(plan, ports, progress));
        }
    }

    private KeyedFigures city(Ports ports, Runs runs) throws IOException, InterruptedException {
        Home all = ModelSelection.of(plan.home(), folder("home-keyed"), keyed.models());
        Settings settings = Settings.of(keyed.days(), Plan.SEED, keyed.scale());
        Set<Family> families = Family.of(Set.copyOf(keyed.models()));
        long events = new CityPreload(settings, families, all.topics(), progress).into(ports.bootstrapServers());
        List<RunResult> floors = new ArrayList<>();
        List<RunResult> pipelines = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= plan.pairs(); round++) {
            RunResult floor = runs.run("keyed-floor-" + round, Graph.KEYED_FLOOR, all, 0, KeyedPlan.LATE);
            RunResult pipeline = runs.runOverCheckpoints("keyed-pipeline-" + round, all, KeyedPlan.LATE);
            floors.add(floor);
            pipelines.add(pipeline);
            ratios.add(pipeline.steady().visitsPerSecond() / floor.steady().eventsPerSecond());
        }
        return new KeyedFigures(
                events,
                keyed.days(),
                keyed.scale(),
                keyed.models(),
                PathFigures.of(floors, floors),
                PathFigures.of(pipelines, floors),
                Statistics.median(ratios),
                runs.runOverCheckpoints("keyed-on-disk", all, KeyedPlan.LATE_ON_DISK),
                COPIED,
                keyed.models().contains(COPIED) ? copies(runs) : Map.of(),
                Map.of());
    }

    private Map<Integer, RunResult> copies(Runs runs) throws IOException, InterruptedException {
        Map<Integer, RunResult> results = new TreeMap<>();
        for (int copies : keyed.copies()) {
            Home home = ModelSelection.copies(plan.home(), folder("home-copies-" + copies), COPIED, copies);
            results.put(copies, runs.run("copies-" + copies, Graph.KEYED_PIPELINE, home, 0, KeyedPlan.LATE));
        }
        return results;
    }

    private RunResult keys(int count, Ports ports, Runs runs) throws IOException, InterruptedException {
        progress.accept("preloading " + count + " keys");
        KeysPreload.into(ports.bootstrapServers(), count, count + AFTER_FILL);
        Home home = BuyersModel.home(plan.home(), folder("home-keys-" + count));
        return runs.run("keys-" + count, Graph.KEYED_PIPELINE, home, count, KeyedPlan.ON_DISK);
    }

    private Path folder(String name) {
        return plan.folder().resolve(name);
    }
}
