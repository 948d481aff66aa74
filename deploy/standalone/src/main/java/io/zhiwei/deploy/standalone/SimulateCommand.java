package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.Arrival;
import io.zhiwei.deploy.simulator.City;
import io.zhiwei.deploy.simulator.EventWriter;
import io.zhiwei.deploy.simulator.Plan;
import io.zhiwei.deploy.simulator.Scheme;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a simulated city. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Draws a synthetic city and writes its events, registers and the truth, one JSON object a line.",
            "生成虚拟城市：事件、登记信息与标准答案（NDJSON）。",
            "",
            "One file a stream, in the order of arrival; truth.ndjson says who broke which rule and which events show it.",
            "Everybody in it is made up; the same seed and arguments give the same bytes."
        })
final class SimulateCommand implements Callable<Integer> {

    private static final int BETWEEN_LINES = 500_000;

    @CommandLine.Mixin
    private CityOptions city = new CityOptions();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the files. 输出目录")
    private Path out = Path.of("");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter screen = spec.commandLine().getOut();
        Plan plan = city.plan();
        City drawn = new City(plan);
        Map<String, Integer> counts = new TreeMap<>();
        int written = 0;
        try (EventWriter files = new EventWriter(out)) {
            while (drawn.hasNext()) {
                Arrival arrival = drawn.next();
                files.write(arrival);
                counts.merge(arrival.topic(), 1, Integer::sum);
                if (++written % BETWEEN_LINES == 0) {
                    screen.println(written + " events written");
                    screen.flush();
                }
            }
            for (Scheme scheme : drawn.truth()) {
                files.write(scheme);
            }
        }
        screen.printf("%d days from %s, seed %d, scale %s%n", plan.days(), plan.start(), plan.seed(), plan.scale());
        counts.forEach((topic, count) -> screen.printf("%-22s %10d%n", topic, count));
        screen.printf("%-22s %10d%n", "schemes in truth", drawn.truth().size());
        return 0;
    }
}
