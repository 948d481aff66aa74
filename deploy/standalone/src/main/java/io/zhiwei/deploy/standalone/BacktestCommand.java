package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Threshold;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what other thresholds would have made of events of the past. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a model over events of the past with its thresholds as they are and as they might be.",
            "用历史事件比较现行阈值与拟议阈值。",
            "",
            "The events are files as 'zhiwei simulate' writes them (--events DIR; truth.ndjson beside them is what is true), or a"
                    + " city that is simulated on the way (--days, --seed). Screening, entities and assessment are those of the"
                    + " job, in memory."
        })
final class BacktestCommand implements Callable<Integer> {

    private static final int STEPS = 8;

    @Parameters(paramLabel = "MODEL", description = "Id of the model, e.g. special-drug-sales. 模型编号")
    private String modelId = "";

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A threshold and the value to try. 拟议阈值")
    private Map<String, Double> changes = new LinkedHashMap<>();

    @Option(
            names = "--curve",
            paramLabel = "NAME",
            description = "Tries a threshold at eight values over its range. 阈值曲线")
    private @Nullable String curve;

    @Option(names = "--events", paramLabel = "DIR", description = "Folder with <topic>.ndjson. 事件目录")
    private @Nullable Path events;

    @Option(names = "--days", paramLabel = "N", description = "Days of a simulated city. 天数")
    private int days = 30;

    @Option(names = "--seed", paramLabel = "S", description = "Decides every draw of the city. 随机种子")
    private long seed = 1;

    @Option(names = "--scale", paramLabel = "X", description = "Size of the city (default: ${DEFAULT-VALUE}). 规模")
    private double scale = 0.05;

    @Option(names = "--json", description = "Prints one JSON object a variant. 输出 JSON")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Home home = Home.find();
        Model model = EvaluateCommand.model(home, modelId);
        Map<String, Model> variants = variants(model);
        Backtest backtest = new Backtest(variants, Regions.load(home.regions()));
        try {
            History history =
                    events == null ? History.ofCity(Settings.of(days, seed, scale)) : History.ofFiles(events, model);
            backtest.run(history);
            print(backtest, history);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()), e);
        }
        return 0;
    }

    private Map<String, Model> variants(Model model) {
        Map<String, Model> variants = new LinkedHashMap<>();
        variants.put("as it is", model);
        try {
            Model changed = model;
            for (Map.Entry<String, Double> change : changes.entrySet()) {
                changed = changed.with(change.getKey(), change.getValue());
            }
            if (!changes.isEmpty()) {
                variants.put(changes.toString(), changed);
            }
            if (curve != null) {
                Threshold threshold = model.with(
                                curve,
                                model.threshold(curve).map(Threshold::value).orElse(Double.NaN))
                        .threshold(curve)
                        .orElseThrow();
                for (int step = 0; step < STEPS; step++) {
                    double value = threshold.min() + (threshold.max() - threshold.min()) * step / (STEPS - 1);
                    variants.put(curve + "=" + String.format(Locale.ROOT, "%.3g", value), model.with(curve, value));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()), e);
        }
        return variants;
    }

    private void print(Backtest backtest, History history) {
        PrintWriter out = spec.commandLine().getOut();
        List<Backtest.Result> results = backtest.results(history);
        Backtest.Result before = results.get(0);
        if (!json) {
            out.printf(
                    "%,d events, %d days with alerts%n",
                    backtest.events(), before.byDay().size());
        }
        for (Backtest.Result result : results) {
            if (json) {
                out.println(result.json(modelId));
                continue;
            }
            out.printf(
                    Locale.ROOT,
                    "%-32s alerts %5d  precision %.3f  recall %.3f  gained %d  lost %d%n",
                    result.variant(),
                    result.alerts().size(),
                    result.score().precision(),
                    result.score().recall(),
                    result.gained(before).size(),
                    before.gained(result).size());
            if (!result.score().missed().isEmpty()) {
                out.println("  missed: " + result.score().missed());
            }
            if (!result.score().wrong().isEmpty()) {
                out.println("  in alerts that are not right: " + result.score().wrong());
            }
            if (result != before) {
                result.gained(before).forEach(alert -> out.println("  + " + alert));
                before.gained(result).forEach(alert -> out.println("  - " + alert));
            }
        }
        if (!json) {
            out.println("alerts by day, as it is: " + before.byDay());
        }
    }
}
