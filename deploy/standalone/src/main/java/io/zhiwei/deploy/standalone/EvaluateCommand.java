package io.zhiwei.deploy.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.trial.Evaluation;
import io.zhiwei.models.trial.EvasionTrial;
import io.zhiwei.models.trial.Outcome;
import io.zhiwei.models.trial.Trial;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
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

/** Scores labelled cases offline. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {"Scores a model on labelled cases, without any server.", "用带标签的样本离线评估模型。"})
final class EvaluateCommand implements Callable<Integer> {

    private static final long SEED = 20261124;
    private static final double PERCENT = 100;

    @Parameters(paramLabel = "MODEL", description = "Id of the model, e.g. medical-ads. 模型编号")
    private String modelId = "";

    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "TSV with a header: 'label' (1/0) and event field names; missing fields are unknown"
                    + " (default: the demonstration set). 样本文件，默认为演示数据")
    private @Nullable Path cases;

    @Option(names = "--json", description = "Prints one JSON object. 以 JSON 输出")
    private boolean json;

    @Option(
            names = "--evade",
            description = "Disguises the cases with every trick of evasive spelling and shows what is still found."
                    + " 用各种规避写法改写样本并检验检出")
    private boolean evade;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Home home = Home.find();
        Model model = model(home, modelId);
        EventStream stream = EventStream.ofTopic(model.stream());
        Path file = cases;
        List<Trial.LabelledEvent> events =
                file == null ? LabelledCases.ofDemonstration(stream) : LabelledCases.ofFile(file, stream);
        Trial trial = new Trial(model, stream.schema(), Regions.load(home.regions()));
        if (evade) {
            return printEvasion(new EvasionTrial(model, stream.schema(), trial, SEED).run(events));
        }
        print(trial.evaluate(events));
        return 0;
    }

    static Model model(Home home, String id) {
        ModelLibrary library = ModelLibrary.load(home.models());
        return library.find(id)
                .orElseThrow(() -> new Refusal("There is no model '" + id + "'."
                        + Problems.suggest(
                                id, library.models().stream().map(Model::id).toList())));
    }

    /** Each line is one trick, over the cases that it changes; what was lost or added is listed under it. */
    private int printEvasion(List<EvasionTrial.Result> results) {
        var out = spec.commandLine().getOut();
        boolean good = true;
        out.printf("%-18s %8s %8s %8s   %8s %8s%n", "trick", "caught", "kept", "marked", "silent", "added");
        for (EvasionTrial.Result result : results) {
            out.printf(
                    Locale.ROOT,
                    "%-18s %8d %7.1f%% %8d   %8d %7.1f%%%n",
                    result.trick(),
                    result.caught(),
                    PERCENT * result.keptShare(),
                    result.marked(),
                    result.silent(),
                    PERCENT * result.addedShare());
            result.changed().forEach(line -> out.println("    " + line));
            good &= result.isGood();
        }
        return good ? 0 : 1;
    }

    private void print(Evaluation evaluation) throws IOException {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(asMap(evaluation)));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%s  %d cases: %d found, %d missed, %d false alarms, %d rightly silent%n",
                evaluation.model(),
                evaluation.cases(),
                evaluation.tp(),
                evaluation.fn(),
                evaluation.fp(),
                evaluation.tn());
        out.printf(
                Locale.ROOT,
                "precision %.4f (%.3f-%.3f)  recall %.4f (%.3f-%.3f)  F1 %.4f%n",
                evaluation.precision(),
                evaluation.precisionInterval().low(),
                evaluation.precisionInterval().high(),
                evaluation.recall(),
                evaluation.recallInterval().low(),
                evaluation.recallInterval().high(),
                evaluation.f1());
        for (Outcome outcome : evaluation.wrong()) {
            out.println((outcome.violating() ? "missed  " : "false   ") + outcome.name() + "  " + outcome.text());
            out.println("        " + outcome.reason());
        }
    }

    private static Map<String, Object> asMap(Evaluation evaluation) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("model", evaluation.model());
        map.put("cases", evaluation.cases());
        map.put("tp", evaluation.tp());
        map.put("fp", evaluation.fp());
        map.put("fn", evaluation.fn());
        map.put("tn", evaluation.tn());
        map.put("precision", evaluation.precision());
        map.put("recall", evaluation.recall());
        map.put("f1", evaluation.f1());
        return map;
    }
}
