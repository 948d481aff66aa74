package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.Family;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.Simulation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Simulates a city and holds the alerts of the real pipeline against the truth. */
@Command(
        name = "trial",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates a city, runs the real pipeline over it and prints precision, recall and delay by model.",
            "模拟一座城市，让真实流水线运行，按模型输出准确率、召回率与延迟。",
            "",
            "The truth is written by the simulator alone; no model reads it. Exit code 1 where precision or recall of a model"
                    + " is below 0.9.",
            "",
            "A scheme of fund-raising takes half a year to rise and fall. From 180 days on there are some, and the city is"
                    + " simulated for them alone: 60 schemes and 600 honest enterprises a year at the default scale. Its alerts"
                    + " count from orange on; the line adds the median of days from the first orange alert to the collapse, and the"
                    + " share of schemes that were yellow before the filing line or within a week of it; misses are explained.",
            "180 天及以上默认只模拟集资领域，用 --models all 模拟整座城市。"
        })
final class TrialCommand implements Callable<Integer> {

    private static final double ENOUGH = 0.9;

    @Option(names = "--days", paramLabel = "N", required = true, description = "Days, 1 to 3660. 天数")
    private int days = 1;

    @Option(names = "--seed", paramLabel = "S", required = true, description = "Decides every draw. 随机种子")
    private long seed;

    @Option(
            names = "--scale",
            paramLabel = "X",
            defaultValue = "0.02",
            description =
                    "Size of the city: 1 is 1.1 million people and 230,000 events a day (default: ${DEFAULT-VALUE})."
                            + " 规模")
    private double scale = 0.02;

    @Option(
            names = "--models",
            paramLabel = "MODEL",
            split = ",",
            description =
                    "Models that are measured, or 'all'; the city lives only as far as they need it (default: all, from 180"
                            + " days on illegal-fundraising). 测试的模型")
    private List<String> models = List.of();

    @Option(
            names = "--in-memory",
            description = "Runs in one JVM without servers; only where all models are of adverse reactions. 在内存中运行")
    private boolean inMemory;

    @CommandLine.Mixin
    private PortOptions ports = new PortOptions();

    @Option(names = "--json", description = "Prints one JSON object a line and model, and nothing else. 输出 JSON")
    private boolean json;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for data and logs; it stays (default: a fresh one, removed in the end). 数据目录")
    private @Nullable Path data;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private static final int LONG = 180;
    private static final String ALL = "all";

    private EarlyWarning.@Nullable Report early;
    private @Nullable ReactionFigures reactions;

    @Override
    public Integer call() throws Exception {
        Home home = Home.find();
        Set<String> measured = measured();
        Set<Family> families = Family.of(measured);
        if (inMemory) {
            if (!families.equals(Set.of(Family.REACTIONS))) {
                throw new Refusal("--in-memory needs --models with nothing but "
                        + String.join(", ", new TreeSet<>(Family.REACTIONS.models())) + ".");
            }
            MemoryTrial.Outcome outcome = new MemoryTrial(home, settings()).run();
            outcome.scores().forEach(json ? this::printJson : this::print);
            print(outcome.figures());
            printSpeed(outcome);
            return isGood(outcome.scores()) ? 0 : 1;
        }
        Screen screen = new Screen(
                json ? spec.commandLine().getErr() : spec.commandLine().getOut(), false);
        Machine.here().require();
        ports.ports().requireFree();
        List<TrialScore> scores;
        try (TrialRun run = new TrialRun(
                home, ports.ports(), Workspace.open(data, home, false), screen, Simulation.of(settings(), families))) {
            Thread hook = new Thread(run::close, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            scores = run.run().stream()
                    .filter(score -> measured.contains(score.model()))
                    .toList();
            early = run.earlyWarning();
            reactions = run.reactions();
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        scores.forEach(json ? this::printJson : this::print);
        if (reactions != null && families.contains(Family.REACTIONS)) {
            print(reactions);
        }
        return isGood(scores) ? 0 : 1;
    }

    private static boolean isGood(List<TrialScore> scores) {
        return scores.stream().allMatch(score -> score.precision() >= ENOUGH && score.recall() >= ENOUGH);
    }

    private void print(ReactionFigures figures) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.printf(
                    Locale.ROOT,
                    "{\"signals\":%d,\"signalsTold\":%d,\"signalAlerts\":%d,\"signalAlertsRight\":%d,\"medianDays\":%.1f,"
                            + "\"medianReports\":%d,\"clusters\":%d,\"clustersWithinADay\":%d}%n",
                    figures.signals(),
                    figures.signalsTold(),
                    figures.signalAlerts(),
                    figures.signalAlertsRight(),
                    figures.medianDays().orElse(-1),
                    figures.medianReports().orElse(-1),
                    figures.clusters(),
                    figures.clustersInTime());
            return;
        }
        out.printf(
                Locale.ROOT,
                "statistical signals: %d of %d new reactions told, median after %.1f days and %d reports; %d of %d alerts right%n"
                        + "clusters of a batch: %d of %d told within 24 hours of the third report%n",
                figures.signalsTold(),
                figures.signals(),
                figures.medianDays().orElse(-1),
                figures.medianReports().orElse(-1),
                figures.signalAlertsRight(),
                figures.signalAlerts(),
                figures.clustersInTime(),
                figures.clusters());
    }

    private void printSpeed(MemoryTrial.Outcome outcome) {
        spec.commandLine()
                .getErr()
                .printf(
                        Locale.ROOT,
                        "%,d versions of reports, %,d pairs measured in %.1f s; models %.1f s%n",
                        outcome.reports(),
                        outcome.signals(),
                        outcome.signalMillis() / 1e3,
                        outcome.modelMillis() / 1e3);
    }

    private Set<String> measured() {
        Set<String> known = new TreeSet<>();
        Family.all().forEach(family -> known.addAll(family.models()));
        List<String> named = models.isEmpty() ? List.of(days < LONG ? ALL : TrialScore.FUND_RAISING) : models;
        if (named.contains(ALL)) {
            return known;
        }
        for (String model : named) {
            if (!known.contains(model)) {
                throw new Refusal(
                        "--models: no city measures '" + model + "'. Known: all, " + String.join(", ", known) + ".");
            }
        }
        return Set.copyOf(named);
    }

    private Settings settings() {
        try {
            return new Settings(days, seed, scale, start(), List.of());
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()), e);
        }
    }

    /** The last day is not after today: events of tomorrow would be refused. */
    private LocalDate start() {
        LocalDate latest = LocalDate.now(Settings.ZONE).minusDays(days);
        return latest.isBefore(Settings.DEFAULT_START) ? latest : Settings.DEFAULT_START;
    }

    private void print(TrialScore score) {
        var out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%-28s injected %4d  caught %4d  alerts %5d  precision %.3f  recall %.3f  F1 %.3f  median delay %d ms%n",
                score.model(),
                score.injected(),
                score.caught(),
                score.alerts(),
                score.precision(),
                score.recall(),
                score.f1(),
                score.medianDelay());
        EarlyWarning.Report report = early(score);
        if (report != null) {
            report.medianLeadDays()
                    .ifPresent(
                            lead -> out.println("  median days from the first orange alert to the collapse: " + lead));
            out.printf(
                    Locale.ROOT,
                    "  yellow before the filing line or within a week of it: %d of %d (%.3f)%n",
                    report.inTime(),
                    report.schemes(),
                    report.shareInTime());
            report.missed().forEach(miss -> out.println("  missed " + miss));
        }
        if (!score.missed().isEmpty()) {
            out.println("  missed: " + score.missed());
        }
        if (!score.wrong().isEmpty()) {
            out.println("  in alerts that are not right: " + score.wrong());
        }
    }

    private void printJson(TrialScore score) {
        EarlyWarning.Report report = early(score);
        if (report != null) {
            // Standard output is one object a model.
            report.missed().forEach(miss -> spec.commandLine().getErr().println("missed " + miss));
        }
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "{\"model\":\"%s\",\"injected\":%d,\"caught\":%d,\"alerts\":%d,\"precision\":%.4f,\"recall\":%.4f,"
                                + "\"f1\":%.4f,\"medianDelayMs\":%d%s}%n",
                        score.model(),
                        score.injected(),
                        score.caught(),
                        score.alerts(),
                        score.precision(),
                        score.recall(),
                        score.f1(),
                        score.medianDelay(),
                        more(report));
    }

    private static String more(EarlyWarning.@Nullable Report report) {
        if (report == null) {
            return "";
        }
        String lead = report.medianLeadDays().isPresent()
                ? ",\"medianLeadDays\":" + report.medianLeadDays().getAsLong()
                : "";
        return lead + String.format(Locale.ROOT, ",\"yellowInTime\":%.4f", report.shareInTime());
    }

    /** Returns how early schemes were warned of, where the score is of fund-raising and there were some. */
    private EarlyWarning.@Nullable Report early(TrialScore score) {
        return score.model().equals(TrialScore.FUND_RAISING) && early != null && early.schemes() > 0 ? early : null;
    }
}
