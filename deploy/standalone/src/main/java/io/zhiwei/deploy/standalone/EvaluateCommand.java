package io.zhiwei.deploy.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.trial.Evaluation;
import io.zhiwei.models.trial.EventFile;
import io.zhiwei.models.trial.Outcome;
import io.zhiwei.models.trial.Trial;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.avro.generic.GenericRecord;
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

    @Parameters(paramLabel = "MODEL", description = "Id of the model, e.g. medical-ads. 模型编号")
    private String modelId = "";

    @Option(
            names = "--cases",
            required = true,
            paramLabel = "FILE",
            description = "TSV with a header: 'label' (1/0) and event field names; missing fields are unknown. 样本文件")
    private Path cases = Path.of("");

    @Option(names = "--json", description = "Prints one JSON object. 以 JSON 输出")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Home home = Home.find();
        Model model = model(home, modelId);
        EventStream stream = EventStream.ofTopic(model.stream());
        List<Trial.LabelledEvent> events = read(stream);
        Evaluation evaluation = new Trial(model, stream.schema(), Regions.load(home.regions())).evaluate(events);
        print(evaluation);
        return 0;
    }

    static Model model(Home home, String id) {
        ModelLibrary library = ModelLibrary.load(home.models());
        return library.find(id)
                .orElseThrow(() -> new Refusal("There is no model '" + id + "'."
                        + Problems.suggest(
                                id, library.models().stream().map(Model::id).toList())));
    }

    private List<Trial.LabelledEvent> read(EventStream stream) throws IOException {
        if (!Files.isReadable(cases)) {
            throw new Refusal(cases + " cannot be read. Check the name and its permissions.");
        }
        List<Trial.LabelledEvent> events = new ArrayList<>();
        for (EventFile.Row row : new EventFile(cases, stream, Instant.now()).rows()) {
            String label = row.cells().getOrDefault("label", "");
            GenericRecord event = row.event();
            if (event == null) {
                throw new Refusal(row.where() + ": " + row.problem());
            }
            if (!label.equals("0") && !label.equals("1")) {
                throw new Refusal(row.where() + ": 'label' must be 1 or 0, not '" + label + "'.");
            }
            events.add(new Trial.LabelledEvent(
                    row.where(), label.equals("1"), row.cells().getOrDefault("text", ""), event));
        }
        return events;
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
