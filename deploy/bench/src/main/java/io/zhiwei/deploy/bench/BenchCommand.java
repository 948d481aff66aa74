package io.zhiwei.deploy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.deploy.bench.latency.LatencyBench;
import io.zhiwei.deploy.bench.latency.LatencyFigures;
import io.zhiwei.deploy.bench.screening.ScreeningBench;
import io.zhiwei.deploy.bench.screening.ScreeningFigures;
import io.zhiwei.deploy.bench.throughput.ThroughputBench;
import io.zhiwei.deploy.bench.throughput.ThroughputFigures;
import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.deploy.standalone.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures throughput, latency and screening; all three where none is named. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the pipeline beside the floor, the delay from event to searchable alert, and screening.",
            "测量流水线与基线之比、从事件到可检索预警的时延，以及文本筛查速度。"
        })
final class BenchCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Option(names = "--json", description = "Prints one JSON object. 以 JSON 输出")
    private boolean json;

    @Option(
            names = "--events",
            defaultValue = "5000000",
            description = "Events preloaded for the throughput (default: ${DEFAULT-VALUE}). 预载事件数")
    private long events;

    @Option(
            names = "--pairs",
            defaultValue = "3",
            description = "Rounds of floor and pipeline (default: ${DEFAULT-VALUE}). 轮数")
    private int pairs;

    @Option(
            names = "--warm-up-seconds",
            defaultValue = "25",
            description = "Longest warm-up of a run; most need less (default: ${DEFAULT-VALUE}). 最长预热秒数")
    private int warmUpSeconds;

    @Option(
            names = "--latency-seconds",
            defaultValue = "20",
            description = "Seconds for which the latency is measured (default: ${DEFAULT-VALUE}). 时延测量秒数")
    private int latencySeconds;

    @Option(
            names = "--rate",
            defaultValue = "1000",
            description = "Advertisements a second for the latency (default: ${DEFAULT-VALUE}). 每秒广告数")
    private int rate;

    @Option(
            names = "--violating",
            defaultValue = "0.05",
            description = "Share of violating creatives (default: ${DEFAULT-VALUE}). 违法广告占比")
    private double violating;

    @Option(
            names = "--without-embedding",
            description = "Measures the latency with the classifier's second stage off. 时延测量时关闭句向量")
    private boolean withoutEmbedding;

    @Option(names = "--throughput", description = "Only the throughput, and what else is named. 仅测吞吐")
    private boolean throughput;

    @Option(names = "--latency", description = "Only the latency, and what else is named. 仅测时延")
    private boolean latency;

    @Option(names = "--screening", description = "Only screening, and what else is named. 仅测文本筛查")
    private boolean screening;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final Instant start = Instant.now();
    private final Machine machine = Machine.here();
    private int code;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.find();
        try (WorkFolder folder = WorkFolder.fresh(home.folder().resolve("data/bench"))) {
            print(measure(
                    new Plan(home, folder.path(), events, pairs, warmUpSeconds, rate, latencySeconds, violating)));
        }
        return code;
    }

    private Report measure(Plan plan) throws IOException, InterruptedException {
        boolean all = !throughput && !latency && !screening;
        @Nullable ScreeningFigures screened = null;
        if (all || screening) {
            say("measuring screening, half a minute");
            screened = new ScreeningBench(plan.home(), Plan.MODEL, plan.logs()).run();
        }
        @Nullable ThroughputFigures speeds = all || throughput ? new ThroughputBench(plan, this::say).run() : null;
        @Nullable LatencyFigures delays = all || latency ? latency(plan) : null;
        return new Report(
                start.truncatedTo(ChronoUnit.SECONDS).toString(),
                "./zhiwei "
                        + String.join(
                                " ",
                                spec.commandLine().getParent().getParseResult().originalArgs()),
                machine,
                speeds,
                delays,
                screened);
    }

    /** A machine that does not keep up costs this part, not the others. */
    private @Nullable LatencyFigures latency(Plan plan) throws IOException, InterruptedException {
        Home home = withoutEmbedding
                ? ModelVariant.of(plan.home(), plan.folder().resolve("home-latency"), false)
                : plan.home();
        try {
            return new LatencyBench(plan, home, this::say).run();
        } catch (Refusal refusal) {
            say(String.valueOf(refusal.getMessage()));
            code = FAILED;
            return null;
        }
    }

    private void print(Report report) throws IOException {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(report));
        } else {
            new Table(out).print(report);
        }
        out.flush();
    }

    private void say(String what) {
        long seconds = ChronoUnit.SECONDS.between(start, Instant.now());
        spec.commandLine().getErr().println(String.format("[%3d s] %s", seconds, what));
    }
}
