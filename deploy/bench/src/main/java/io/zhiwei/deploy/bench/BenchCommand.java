package io.zhiwei.deploy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.deploy.bench.change.ChangeBench;
import io.zhiwei.deploy.bench.change.ChangeFigures;
import io.zhiwei.deploy.bench.keyed.KeyedBench;
import io.zhiwei.deploy.bench.keyed.KeyedFigures;
import io.zhiwei.deploy.bench.keyed.KeyedPlan;
import io.zhiwei.deploy.bench.latency.LatencyBench;
import io.zhiwei.deploy.bench.latency.LatencyFigures;
import io.zhiwei.deploy.bench.screening.ScreeningBench;
import io.zhiwei.deploy.bench.screening.ScreeningFigures;
import io.zhiwei.deploy.bench.signals.SignalBench;
import io.zhiwei.deploy.bench.signals.SignalFigures;
import io.zhiwei.deploy.bench.signals.SignalStreamBench;
import io.zhiwei.deploy.bench.signals.SignalStreamFigures;
import io.zhiwei.deploy.bench.soak.SoakBench;
import io.zhiwei.deploy.bench.soak.SoakFigures;
import io.zhiwei.deploy.bench.throughput.ThroughputBench;
import io.zhiwei.deploy.bench.throughput.ThroughputFigures;
import io.zhiwei.deploy.bench.tree.TreeBench;
import io.zhiwei.deploy.bench.tree.TreeFigures;
import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.deploy.standalone.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures all parts, or those that are named. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the pipeline and the keyed pipeline beside the floor, how soon a changed threshold is in force, the delay from"
                    + " event to searchable alert, screening, and a referral tree of a million members.",
            "测量流水线与基线之比、按实体计算的速度、阈值生效时间、从事件到可检索预警的时延、文本筛查速度，以及百万成员的推荐树。"
        })
final class BenchCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int MEMBERS = 1_000_000;

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

    @Option(names = "--keyed", description = "Only the keyed pipeline, and what else is named. 仅测按实体计算的流水线")
    private boolean keyed;

    @Option(
            names = "--soak",
            description = "Only what the job keeps while --days go by, and what else is named. 仅测逐日内存占用")
    private boolean soak;

    @Option(
            names = "--models",
            split = ",",
            defaultValue = "illegal-drug-sales,illegal-prescription-sales,special-drug-sales,illegal-device-sales",
            description = "Models of the keyed pipeline and the soak (default: ${DEFAULT-VALUE}). 模型编号")
    private List<String> models = List.of();

    @Option(
            names = "--days",
            defaultValue = "30",
            description = "Days of the simulated city (default: ${DEFAULT-VALUE}). 模拟天数")
    private int days;

    @Option(
            names = "--scale",
            defaultValue = "0.8",
            description = "Size of the simulated city (default: ${DEFAULT-VALUE}). 模拟规模")
    private double scale;

    @Option(
            names = "--copies",
            split = ",",
            defaultValue = "1,10,100",
            description = "Copies of one model (default: ${DEFAULT-VALUE}). 模型份数")
    private List<Integer> copies = List.of();

    @Option(
            names = "--keys",
            split = ",",
            defaultValue = "10000,1000000,5000000",
            description = "Entities of one window on disk (default: ${DEFAULT-VALUE}). 实体数")
    private List<Integer> keys = List.of();

    @Option(
            names = "--change",
            description = "Only how soon a changed threshold is in force, and what else is named. 仅测阈值生效时间")
    private boolean change;

    @Option(
            names = "--change-rate",
            defaultValue = "5000",
            description = "Purchases a second while it changes (default: ${DEFAULT-VALUE}). 每秒事件数")
    private int changeRate;

    @Option(names = "--screening", description = "Only screening, and what else is named. 仅测文本筛查")
    private boolean screening;

    @Option(names = "--tree", description = "Only the referral tree, and what else is named. 仅测推荐树")
    private boolean tree;

    @Option(
            names = "--signals",
            description =
                    "Only the re-evaluation of 500,000 pairs of product and adverse event and the stream of reports beside"
                            + " its floor, and what else is named. 仅测不良反应信号重算与报告流速度")
    private boolean signals;

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
        boolean all = !throughput && !latency && !screening && !keyed && !change && !tree && !signals && !soak;
        @Nullable ScreeningFigures screened = null;
        if (all || screening) {
            say("measuring screening, half a minute");
            screened = new ScreeningBench(plan.home(), Plan.MODEL, plan.logs()).run();
        }
        @Nullable TreeFigures grown = null;
        if (all || tree) {
            say("growing a referral tree");
            grown = new TreeBench(MEMBERS, Plan.SEED).run();
        }
        @Nullable SignalFigures measured = null;
        if (all || signals) {
            say("measuring signals, a minute");
            measured = new SignalBench(Plan.SEED).run();
        }
        @Nullable SignalStreamFigures streamed = null;
        if (all || signals) {
            say("measuring the stream of signals beside its floor, two minutes");
            streamed = new SignalStreamBench(Plan.SEED).run();
        }
        @Nullable ThroughputFigures speeds = all || throughput ? new ThroughputBench(plan, this::say).run() : null;
        KeyedPlan city = new KeyedPlan(models, days, scale, copies, keys);
        @Nullable KeyedFigures visited = all || keyed ? new KeyedBench(plan, city, this::say).run() : null;
        @Nullable SoakFigures soaked = all || soak ? new SoakBench(plan, city, this::say).run() : null;
        @Nullable ChangeFigures changed = all || change ? new ChangeBench(plan, changeRate, this::say).run() : null;
        @Nullable LatencyFigures delays = all || latency ? latency(plan) : null;
        return new Report(
                start.truncatedTo(ChronoUnit.SECONDS).toString(),
                "./zhiwei "
                        + String.join(
                                " ",
                                spec.commandLine().getParent().getParseResult().originalArgs()),
                machine,
                speeds,
                visited,
                soaked,
                changed,
                delays,
                screened,
                grown,
                measured,
                streamed);
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
