package io.zhiwei.deploy.standalone;

import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.screening.Screener;
import io.zhiwei.schemas.EventStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The catalogue of models. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = {
            "Lists and checks the warning models, and changes their versions while the job runs.",
            "列出、校验预警模型，并在作业运行时变更版本。"
        },
        subcommands = {
            ModelVersionCommands.Publish.class,
            ModelVersionCommands.History.class,
            ModelVersionCommands.Diff.class,
            ModelVersionCommands.Promote.class,
            ModelVersionCommands.Rollback.class
        })
final class ModelsCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {"Lists the models.", "列出模型。"})
    int list() {
        var out = spec.commandLine().getOut();
        for (Model model : ModelLibrary.load(Home.find().models()).models()) {
            long active = model.indicators().stream().filter(Indicator::active).count();
            out.printf(
                    "%s  v%d  %s / %s%n    stream %s, %d indicators (%d await data), episode %d days, since %s, by %s%n",
                    model.id(),
                    model.version(),
                    model.name().zh(),
                    model.name().en(),
                    model.stream(),
                    active,
                    model.indicators().size() - active,
                    model.episode().toDays(),
                    model.since(),
                    model.author());
        }
        return 0;
    }

    @Command(
            name = "validate",
            mixinStandardHelpOptions = true,
            description = {
                "Checks models against their event schemas; every problem with file and line.",
                "按事件模式校验模型，逐条指出文件与行号。"
            })
    int validate(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "PATH",
                            description = "A library or one model folder (default: the project's library). 模型库或模型目录")
                    @Nullable
                    Path path) {
        Path target = path == null ? Home.find().models() : path;
        List<Model> models = Files.exists(target.resolve("model.yaml"))
                ? List.of(ModelLibrary.loadModel(target))
                : ModelLibrary.load(target).models();
        var out = spec.commandLine().getOut();
        int failed = 0;
        for (Model model : models) {
            try {
                Screener.of(model, EventStream.ofTopic(model.stream()).schema());
                out.println("good  " + model.id() + " v" + model.version());
            } catch (DefinitionException | IllegalArgumentException e) {
                failed = 1;
                spec.commandLine().getErr().println(e.getMessage());
            }
        }
        return failed;
    }
}
