package io.zhiwei.deploy.standalone;

import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.version.ModelFiles;
import io.zhiwei.models.version.ModelUpdates;
import io.zhiwei.models.version.ModelVersion;
import io.zhiwei.models.version.ModelVersions;
import io.zhiwei.models.version.VersionDiff;
import io.zhiwei.schemas.ModelReply;
import io.zhiwei.schemas.ModelState;
import io.zhiwei.schemas.ModelTransition;
import io.zhiwei.schemas.ModelUpdate;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that change versions of models while the job runs. */
final class ModelVersionCommands {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int UNANSWERED = 1;
    private static final int REFUSED = 2;

    private ModelVersionCommands() {}

    /** Where the job is, and who decides why. */
    static final class Decision {
        @Option(names = "--by", paramLabel = "NAME", description = "Who wants it (default: the author). 申请人")
        private @Nullable String by;

        @Option(names = "--approver", paramLabel = "NAME", description = "Who approves it: another person. 审批人")
        private @Nullable String approver;

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why. 理由")
        private String reason = "";

        ModelTransition to(ModelState state, String author) {
            return ModelTransition.newBuilder()
                    .setState(state)
                    .setBy(by == null ? author : by)
                    .setApprover(approver)
                    .setReason(reason)
                    .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                    .build();
        }
    }

    /** A command about a model whose job runs somewhere. */
    abstract static class AtTheDesk {
        @Option(
                names = "--brokers",
                paramLabel = "HOST:PORT",
                defaultValue = "127.0.0.1:9092",
                description = "Kafka of the running job (default: ${DEFAULT-VALUE}). Kafka 地址")
        private String servers = "";

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        /** Opens the desk: what was published until now is read once. */
        final ModelDesk desk() {
            return new ModelDesk(Home.find(), servers, PATIENCE);
        }

        final PrintWriter out() {
            return spec.commandLine().getOut();
        }

        /** Sends an update and says what came of it. */
        final int send(ModelDesk desk, ModelUpdate update) {
            try {
                desk.check(update);
                return tell(desk.send(update), update);
            } catch (DefinitionException refused) {
                return refuse(refused.problems().stream().map(Object::toString).toList());
            }
        }

        private int refuse(List<String> problems) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("Refused; the last good version goes on. 已拒绝，原版本继续运行：");
            problems.forEach(problem -> err.println("  " + problem));
            return REFUSED;
        }

        private int tell(Optional<ModelReply> reply, ModelUpdate update) {
            if (reply.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("No job answered within " + PATIENCE.toSeconds()
                                + " s. The update lies in Kafka; a job that is started will follow it.");
                return UNANSWERED;
            }
            if (!reply.get().getAccepted()) {
                return refuse(reply.get().getProblems());
            }
            out().printf(
                            "%s version %d is %s.%n",
                            update.getModelId(), update.getVersion(), ModelVersion.stateOf(update));
            return 0;
        }
    }

    private static ModelUpdate version(ModelDesk desk, String modelId, int version) {
        return desk.history(modelId).stream()
                .filter(update -> update.getVersion() == version)
                .findFirst()
                .orElseThrow(() -> new Refusal("No version " + version + " of " + modelId
                        + " was published. See './zhiwei models history " + modelId + "'."));
    }

    /** Publishes a version. */
    @Command(
            name = "publish",
            mixinStandardHelpOptions = true,
            description = {
                "Publishes a version of a model to the running job: a model.yaml, a model's folder, or changed thresholds.",
                "向运行中的作业发布模型版本。"
            })
    static final class Publish extends AtTheDesk implements Callable<Integer> {
        @Parameters(
                paramLabel = "FILE|MODEL",
                description = "A model.yaml or a model's folder; or, with --set, the id of a model. 模型文件或编号")
        private String target = "";

        @Option(
                names = "--set",
                paramLabel = "NAME=VALUE",
                description = "Publishes the newest version of MODEL with another threshold. 修改阈值")
        private Map<String, Double> changes = new LinkedHashMap<>();

        @Option(names = "--author", paramLabel = "NAME", required = true, description = "Who wrote it. 作者")
        private String author = "";

        @Option(
                names = "--state",
                paramLabel = "STATE",
                defaultValue = "ACTIVE",
                description = "DRAFT, SHADOW or ACTIVE (default: ${DEFAULT-VALUE}). 状态")
        private ModelState state = ModelState.ACTIVE;

        @Option(
                names = "--valid-from",
                paramLabel = "TIME",
                description = "First event time, e.g." + " 2026-12-01T00:00:00Z (default: at once). 生效时间")
        private @Nullable Instant validFrom;

        @Option(names = "--valid-to", paramLabel = "TIME", description = "Event time at which it ends. 失效时间")
        private @Nullable Instant validTo;

        @Option(names = "--region", paramLabel = "CODE", description = "Only in these regions. 适用地区")
        private List<String> regions = new ArrayList<>();

        @Mixin
        private Decision decision = new Decision();

        @Override
        public Integer call() throws IOException {
            ModelDesk desk = desk();
            Map<String, String> files = changes.isEmpty() ? ModelFiles.read(Path.of(target)) : changed(desk);
            ModelFiles.Head head = ModelFiles.head(String.valueOf(files.get(ModelFiles.MODEL_FILE)));
            ModelUpdate update = ModelUpdate.newBuilder()
                    .setUpdateId(ModelUpdates.newId())
                    .setModelId(head.id())
                    .setVersion(head.version())
                    .setDigest(ModelVersions.digest(files))
                    .setFiles(files)
                    .setAuthor(author)
                    .setReason(decision.reason)
                    .setCreatedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                    .setValidFrom(validFrom)
                    .setValidTo(validTo)
                    .setRegions(regions)
                    .setTransitions(List.of(decision.to(state, author)))
                    .build();
            return send(desk, update);
        }

        private Map<String, String> changed(ModelDesk desk) throws IOException {
            Home home = Home.find();
            Model model = EvaluateCommand.model(home, target);
            Map<String, String> files = new TreeMap<>(ModelFiles.read(model.folder()));
            List<ModelUpdate> history = desk.history(target);
            int latest = model.version();
            for (ModelUpdate update : history) {
                latest = Math.max(latest, update.getVersion());
            }
            ModelUpdates.newestActive(history).ifPresent(update -> files.putAll(update.getFiles()));
            return ModelFiles.changed(model, files, changes, latest + 1);
        }
    }

    /** Shows what was published. */
    @Command(
            name = "history",
            mixinStandardHelpOptions = true,
            description = {"Shows every version of a model and what was decided about it.", "显示模型的版本与决定。"})
    static final class History extends AtTheDesk implements Runnable {
        @Parameters(paramLabel = "MODEL", description = "Id of the model. 模型编号")
        private String modelId = "";

        @Override
        public void run() {
            PrintWriter out = out();
            Model library = EvaluateCommand.model(Home.find(), modelId);
            out.printf("v%d  ACTIVE  library, since %s, by %s%n", library.version(), library.since(), library.author());
            for (ModelUpdate update : desk().history(modelId)) {
                out.printf(
                        "v%d  %s%s  by %s at %s: %s%s%n",
                        update.getVersion(),
                        ModelVersion.stateOf(update),
                        ModelUpdates.submission(update)
                                .map(one -> ", waits for " + one.getAsks())
                                .orElse(""),
                        update.getAuthor(),
                        update.getCreatedAt(),
                        update.getReason(),
                        where(update));
                update.getTransitions().forEach(one -> out.printf("      %s%n", line(one)));
            }
        }

        private static String line(ModelTransition one) {
            String approved = "by %s, approved by %s"
                    .formatted(one.getBy(), one.getApprover() == null ? "nobody" : one.getApprover());
            return "%-7s %s, at %s: %s"
                    .formatted(
                            one.getState(),
                            one.getAsks() == null ? approved : "submitted for " + one.getAsks() + " by " + one.getBy(),
                            one.getAt(),
                            one.getReason());
        }

        private static String where(ModelUpdate update) {
            return (update.getValidFrom() == null ? "" : ", from " + update.getValidFrom())
                    + (update.getValidTo() == null ? "" : ", to " + update.getValidTo())
                    + (update.getRegions().isEmpty() ? "" : ", only in " + update.getRegions());
        }
    }

    /** Compares two versions. */
    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = {"Compares two versions of a model, line by line.", "逐行比较模型的两个版本。"})
    static final class Diff extends AtTheDesk implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "MODEL", description = "Id of the model. 模型编号")
        private String modelId = "";

        @Parameters(index = "1", paramLabel = "OLD", description = "Number of a version. 旧版本")
        private int old;

        @Parameters(index = "2", paramLabel = "NEW", description = "Number of a version. 新版本")
        private int young;

        @Override
        public Integer call() throws IOException {
            ModelDesk desk = desk();
            VersionDiff.of(old, files(desk, old), young, files(desk, young)).forEach(out()::println);
            return 0;
        }

        private Map<String, String> files(ModelDesk desk, int version) throws IOException {
            Model library = EvaluateCommand.model(Home.find(), modelId);
            Map<String, String> files = new TreeMap<>(ModelFiles.read(library.folder()));
            if (version != library.version()) {
                files.putAll(version(desk, modelId, version).getFiles());
            }
            return files;
        }
    }

    /** Decides about a version that was published. */
    @Command(
            name = "promote",
            mixinStandardHelpOptions = true,
            description = {"Takes a published version to its next state, e.g. out of the shadow.", "变更版本状态，例如由影子转为正式。"})
    static final class Promote extends AtTheDesk implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "MODEL", description = "Id of the model. 模型编号")
        private String modelId = "";

        @Parameters(index = "1", paramLabel = "VERSION", description = "Number of the version. 版本号")
        private int version;

        @Option(
                names = "--to",
                paramLabel = "STATE",
                defaultValue = "ACTIVE",
                description = "SHADOW, ACTIVE or RETIRED (default: ${DEFAULT-VALUE}). 目标状态")
        private ModelState state = ModelState.ACTIVE;

        @Mixin
        private Decision decision = new Decision();

        @Override
        public Integer call() {
            ModelDesk desk = desk();
            ModelUpdate known = version(desk, modelId, version);
            ModelUpdate update = ModelUpdates.decided(known, decision.to(state, known.getAuthor()));
            return send(desk, update);
        }
    }

    /** Takes the newest active version back. */
    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = {
                "Retires the newest active version, so that the one before judges again; at last that of the library.",
                "退回上一版本。"
            })
    static final class Rollback extends AtTheDesk implements Callable<Integer> {
        @Parameters(paramLabel = "MODEL", description = "Id of the model. 模型编号")
        private String modelId = "";

        @Mixin
        private Decision decision = new Decision();

        @Override
        public Integer call() {
            ModelDesk desk = desk();
            ModelUpdate newest = ModelUpdates.newestActive(desk.history(modelId))
                    .orElseThrow(() -> new Refusal("Of " + modelId
                            + " only the version of the library is active: there is nothing to take back."));
            ModelUpdate update = ModelUpdates.decided(newest, decision.to(ModelState.RETIRED, newest.getAuthor()));
            return send(desk, update);
        }
    }
}
