package io.zhiwei.deploy.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs everything on this machine. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Starts Kafka, Elasticsearch and the warning job on this machine, streams events, shows the alerts.",
            "在本机启动 Kafka、Elasticsearch 和预警作业，发送事件并实时显示预警。",
            "",
            "Without --events it streams a demonstration set of fictitious advertisements and, with --until-done, holds the"
                    + " alerts against what is true of them: exit code 1 where precision or recall is below 0.97.",
            "不带 --events 时播放内置的虚构广告；加 --until-done 会与标准答案核对，准确率或召回率低于 0.97 时退出码为 1。"
        })
final class RunCommand implements Callable<Integer> {

    @Option(
            names = "--events",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Events: *.tsv with a header of field names, or one JSON object a line. 事件文件（TSV 或 NDJSON）")
    private List<Path> events = new ArrayList<>();

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Events a second (default: 50 for the demonstration set, else as fast as it goes). 每秒事件数")
    private @Nullable Double speed;

    @Option(
            names = "--until-done",
            description = "Ends when every event is assessed and delivered, with a table of the alerts;"
                    + " otherwise it runs until Ctrl-C. 全部事件评估并送达后输出汇总表并结束")
    private boolean untilDone;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for data, checkpoints and logs; it stays, and a later run goes on from it"
                    + " (default: a fresh folder below data/, removed in the end). 数据目录")
    private @Nullable Path data;

    @Option(names = "--keep", description = "Keeps the fresh folder too. 保留临时数据目录")
    private boolean keep;

    @CommandLine.Mixin
    private PortOptions ports = new PortOptions();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Screen screen = new Screen(spec.commandLine().getOut(), isTerminal());
        Home home = Home.find();
        RunPlan plan = new RunPlan(home, ports.ports(), pace(), untilDone, events.isEmpty());
        Machine.here().require();
        plan.ports().requireFree();
        try (RunSession session = new RunSession(plan, Workspace.open(data, home, keep), screen)) {
            Thread hook = new Thread(session::close, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            return session.run(events);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // Null on JDK 17, the only one that runs this.
    private static boolean isTerminal() {
        return System.console() != null;
    }

    private double pace() {
        if (speed == null) {
            return events.isEmpty() ? RunPlan.DEMONSTRATION_SPEED : 0;
        }
        if (!(speed > 0)) {
            throw new Refusal("--speed is " + speed + ". Give a number of events a second above 0.");
        }
        return speed;
    }
}
