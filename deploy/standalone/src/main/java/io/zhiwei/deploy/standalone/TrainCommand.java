package io.zhiwei.deploy.standalone;

import io.zhiwei.models.definition.Model;
import io.zhiwei.models.trial.ModelTrainer;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a model's classifier. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a model's classifier from the corpus in its folder and writes it with its evaluation.",
            "用模型目录中的语料训练分类器，并写入训练结果与评估。"
        })
final class TrainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODEL", description = "Id of the model, e.g. medical-ads. 模型编号")
    private String modelId = "";

    @Option(
            names = "--seed",
            defaultValue = "20261124",
            description =
                    "Decides order and folds; the same seed makes the same classifier (default: ${DEFAULT-VALUE}). 随机种子")
    private long seed;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        Model model = EvaluateCommand.model(Home.find(), modelId);
        out.print(new ModelTrainer(model, seed).train(out::println));
        out.flush();
        return 0;
    }
}
