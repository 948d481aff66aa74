package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.EventStream;
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
            "Starts Kafka, Elasticsearch, the warning job and the console on this machine, streams events, shows the alerts.",
            "在本机启动 Kafka、Elasticsearch、预警作业和控制台，发送事件并实时显示预警。",
            "",
            "Without --events a small simulated city lives through the last year, with advertisements, sales, prescriptions and"
                    + " registers, until Ctrl-C. With --until-done it is a demonstration set of fictitious advertisements instead,"
                    + " and the alerts are held against what is true of them: exit code 1 where precision or recall is below"
                    + " 0.97.",
            "不带 --events 时模拟一座小城市；加 --until-done 则播放内置的虚构广告并与标准答案核对。"
        })
final class RunCommand implements Callable<Integer> {

    @Option(
            names = "--events",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Events: *.tsv with a header of field names, or one JSON object a line; or the tables of cases, drugs and"
                            + " reactions of FAERS. 事件文件（TSV、NDJSON 或 FAERS 表）")
    private List<Path> events = new ArrayList<>();

    @Option(
            names = "--stream",
            paramLabel = "TOPIC",
            defaultValue = "advertisements",
            description = "Stream of the files' events (default: ${DEFAULT-VALUE}). 数据流")
    private String stream = "advertisements";

    @Option(
            names = "--speed",
            paramLabel = "N",
            description =
                    "Events a second (default: 80 for the city, 50 for the demonstration set, files as fast as it goes). 每秒事件数")
    private @Nullable Double speed;

    @Option(
            names = "--until-done",
            description =
                    "Ends when every event is assessed and delivered, with a table of the alerts and without the console;"
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
        RunPlan plan = new RunPlan(home, ports.ports(), pace(), untilDone, ofFiles(), events.isEmpty());
        Machine.here().require();
        plan.ports().requireFree();
        try (RunSession session = new RunSession(plan, Workspace.open(data, home, keep), screen)) {
            Thread hook = new Thread(session::close, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            return session.run(events);
        }
    }

    private EventStream ofFiles() {
        try {
            return EventStream.ofTopic(stream);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()), e);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // Null on JDK 17, the only one that runs this.
    private static boolean isTerminal() {
        return System.console() != null;
    }

    private double pace() {
        if (speed == null) {
            return !events.isEmpty() ? 0 : untilDone ? RunPlan.DEMONSTRATION_SPEED : RunPlan.CITY_SPEED;
        }
        if (!(speed > 0)) {
            throw new Refusal("--speed is " + speed + ". Give a number of events a second above 0.");
        }
        return speed;
    }
}
