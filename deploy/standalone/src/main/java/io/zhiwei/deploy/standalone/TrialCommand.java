package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.Simulation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
                    + " is below 0.9."
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
            defaultValue = "1",
            description = "Size of the city: 1 is 1.1 million people (default: ${DEFAULT-VALUE}). 规模")
    private double scale = 1;

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

    @Override
    public Integer call() throws Exception {
        Home home = Home.find();
        Screen screen = new Screen(
                json ? spec.commandLine().getErr() : spec.commandLine().getOut(), false);
        Machine.here().require();
        ports.ports().requireFree();
        List<TrialScore> scores;
        try (TrialRun run = new TrialRun(
                home, ports.ports(), Workspace.open(data, home, false), screen, Simulation.of(settings()))) {
            Thread hook = new Thread(run::close, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            scores = run.run();
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        scores.forEach(json ? this::printJson : this::print);
        return scores.stream().allMatch(score -> score.precision() >= ENOUGH && score.recall() >= ENOUGH) ? 0 : 1;
    }

    private Settings settings() {
        try {
            return Settings.of(days, seed, scale);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()), e);
        }
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
        if (!score.missed().isEmpty()) {
            out.println("  missed: " + score.missed());
        }
        if (!score.wrong().isEmpty()) {
            out.println("  in alerts that are not right: " + score.wrong());
        }
    }

    private void printJson(TrialScore score) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "{\"model\":\"%s\",\"injected\":%d,\"caught\":%d,\"alerts\":%d,\"precision\":%.4f,\"recall\":%.4f,"
                                + "\"f1\":%.4f,\"medianDelayMs\":%d}%n",
                        score.model(),
                        score.injected(),
                        score.caught(),
                        score.alerts(),
                        score.precision(),
                        score.recall(),
                        score.f1(),
                        score.medianDelay());
    }
}
