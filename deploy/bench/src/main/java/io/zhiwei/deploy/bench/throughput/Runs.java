package io.zhiwei.deploy.bench.throughput;

import io.zhiwei.deploy.bench.Plan;
import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.deploy.standalone.Ports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Runs graphs one after the other over what lies in Kafka, each in a JVM of its own, and tells what came of them. */
public final class Runs {

    static final long WINDOW_SECONDS = 6;

    /** Two checkpoints: one of a gigabyte takes as long as the pause before the next. */
    private static final long LONG_WINDOW_SECONDS = 20;

    private static final long LEAST_WARM_UP_SECONDS = 4;

    private final Plan plan;
    private final Ports ports;
    private final MeasuredJvm jvm;
    private final Consumer<String> progress;

    /**
     * Prepares runs.
     *
     * @param ports where Kafka and Elasticsearch are
     * @param progress receives what came of each
     */
    public Runs(Plan plan, Ports ports, Consumer<String> progress) throws IOException {
        this.plan = plan;
        this.ports = ports;
        this.jvm = new MeasuredJvm(plan.home().classPath("deploy/bench"), plan.logs());
        this.progress = progress;
    }

    /**
     * Runs a graph.
     *
     * @param name name of the run
     * @param home whose models it runs
     * @param skipped events that never count
     * @param settings further settings of the job
     */
    public RunResult run(String name, Graph graph, Home home, long skipped, List<String> settings)
            throws IOException, InterruptedException {
        return run(name, graph, home, skipped, WINDOW_SECONDS, settings);
    }

    /** Runs the pipeline over all streams that its models read, for so long that the window holds its checkpoints too. */
    public RunResult runOverCheckpoints(String name, Home home, List<String> settings)
            throws IOException, InterruptedException {
        return run(name, Graph.KEYED_PIPELINE, home, 0, LONG_WINDOW_SECONDS, settings);
    }

    private RunResult run(String name, Graph graph, Home home, long skipped, long window, List<String> settings)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                graph.name(),
                Long.toString(skipped),
                Long.toString(LEAST_WARM_UP_SECONDS),
                Long.toString(plan.warmUpSeconds()),
                Long.toString(window),
                "--bootstrap-servers",
                ports.bootstrapServers(),
                "--elasticsearch",
                ports.elasticsearchUrl(),
                "--models",
                home.models().toString(),
                "--regions",
                home.regions().toString(),
                "--checkpoints",
                plan.folder().resolve("checkpoints").resolve(name).toString(),
                "--web-port",
                "0"));
        line.addAll(settings);
        RunResult result = jvm.run(name, line);
        progress.accept(String.format(
                Locale.ROOT,
                "%s: %,.0f events/s, %,.0f per core-second, %,.0f visits/s, %.0f s warm-up",
                name,
                result.steady().eventsPerSecond(),
                result.steady().eventsPerCoreSecond(),
                result.steady().visitsPerSecond(),
                result.steady().warmUpSeconds()));
        return result;
    }
}
