package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.SchemeTruth;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.trial.Backtest;
import io.zhiwei.models.trial.Period;
import io.zhiwei.models.trial.RecordedEvents;
import io.zhiwei.models.trial.Variant;
import io.zhiwei.schemas.Alert;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
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
            "The events are files as 'zhiwei simulate' writes them (--events DIR; truth.ndjson beside them is what is true), what"
                    + " Kafka's topics hold (--brokers HOST:PORT; people's decisions are what is true), or a city that is simulated"
                    + " on the way (--days, --seed). Screening, entities and assessment are those of the"
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

    @Option(
            names = "--brokers",
            paramLabel = "HOST:PORT",
            description =
                    "Kafka whose recorded topics are the events, with people's decisions as what is true. Kafka 地址")
    private @Nullable String brokers;

    @Option(names = "--days", paramLabel = "N", description = "Days of a simulated city. 天数")
    private int days = 30;

    @Option(names = "--seed", paramLabel = "S", description = "Decides every draw of the city. 随机种子")
    private long seed = 1;

    @Option(names = "--scale", paramLabel = "X", description = "Size of the city (default: ${DEFAULT-VALUE}). 规模")
    private double scale = 0.05;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "First day on which alerts count, e.g. 2026-03-01. 开始日期")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day, inclusive. 结束日期")
    private @Nullable LocalDate to;

    @Option(names = "--json", description = "Prints one JSON object a variant. 输出 JSON")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Home home = Home.find();
        Model model = EvaluateCommand.model(home, modelId);
        Backtest backtest = new Backtest(variants(model), Regions.load(home.regions()));
        try {
            Period period = Period.of(from, to);
            print(
                    backtest,
                    brokers == null ? ofHistory(model, backtest, period) : ofTopics(model, backtest, period),
                    period);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()), e);
        }
        return 0;
    }

    /** Runs over files or a city, and returns the yardstick: what is true of them. */
    private Function<Backtest.Result, Score> ofHistory(Model model, Backtest backtest, Period period)
            throws IOException {
        History history =
                events == null ? History.ofCity(Settings.of(days, seed, scale)) : History.ofFiles(events, model);
        backtest.run(history.during(period, model), now -> true);
        List<SchemeTruth> truth = history.truth().get().stream()
                .filter(scheme -> scheme.lastTime().isAfter(period.from())
                        && scheme.firstTime().isBefore(period.to()))
                .toList();
        return result -> Score.of(TrialScore.of(modelId, truth, result.alerts(), Map.of(), new SchemeReports()));
    }

    /** Runs over what Kafka's topics hold, and returns the yardstick: what people decided about the alerts. */
    private Function<Backtest.Result, Score> ofTopics(Model model, Backtest backtest, Period period) {
        String servers = String.valueOf(brokers);
        try (RecordedTopics topics = new RecordedTopics(servers, model.topics())) {
            backtest.run(new RecordedEvents(topics, period.begin(model), period.to()), now -> true);
            return Decided.read(servers, modelId, period)::score;
        } catch (KafkaException e) {
            throw new Refusal(
                    "Kafka at " + servers + " does not answer (" + e.getMessage()
                            + "). Start './zhiwei run', or name the brokers with --brokers.",
                    e);
        }
    }

    private List<Variant> variants(Model model) {
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant("as it is", model));
        try {
            Model changed = model;
            for (Map.Entry<String, Double> change : changes.entrySet()) {
                changed = changed.with(change.getKey(), change.getValue());
            }
            if (!changes.isEmpty()) {
                variants.add(new Variant(changes.toString(), changed));
            }
            if (curve != null) {
                variants.addAll(Variant.curve(model, curve, STEPS));
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()), e);
        }
        return variants;
    }

    private void print(Backtest backtest, Function<Backtest.Result, Score> yardstick, Period period) {
        PrintWriter out = spec.commandLine().getOut();
        List<Backtest.Result> results = backtest.results().stream()
                .map(result -> result.only(period::holds))
                .toList();
        Backtest.Result before = results.get(0);
        if (!json) {
            out.printf(
                    "%,d events, %d days with alerts%n",
                    backtest.events(), before.byDay().size());
        }
        for (Backtest.Result result : results) {
            Score score = yardstick.apply(result);
            if (json) {
                out.println(json(result, score));
            } else {
                print(out, result, before, score);
            }
        }
        if (!json) {
            out.println("alerts by day, as it is: " + before.byDay());
        }
    }

    private static void print(PrintWriter out, Backtest.Result result, Backtest.Result before, Score score) {
        out.printf(
                Locale.ROOT,
                "%-32s alerts %5d  precision %s  recall %s  gained %d  lost %d%n",
                result.variant().name(),
                result.alerts().size(),
                Score.text(score.precision()),
                Score.text(score.recall()),
                result.gained(before).size(),
                before.gained(result).size());
        if (!score.missed().isEmpty()) {
            out.println("  missed: " + score.missed());
        }
        if (!score.wrong().isEmpty()) {
            out.println("  in alerts that are not right: " + score.wrong());
        }
        if (result != before) {
            result.gained(before).forEach(alert -> out.println("  + " + line(alert)));
            before.gained(result).forEach(alert -> out.println("  - " + line(alert)));
        }
    }

    private static String line(Alert alert) {
        return alert.getLevel() + " " + alert.getSubject().getKind() + " "
                + alert.getSubject().getName() + " " + alert.getIndicators();
    }

    private String json(Backtest.Result result, Score score) {
        return String.format(
                Locale.ROOT,
                "{\"model\":\"%s\",\"variant\":\"%s\",\"alerts\":%d,\"days\":%d,\"precision\":%s,\"recall\":%s}",
                modelId,
                result.variant().name(),
                result.alerts().size(),
                result.byDay().size(),
                Score.json(score.precision()),
                Score.json(score.recall()));
    }
}
