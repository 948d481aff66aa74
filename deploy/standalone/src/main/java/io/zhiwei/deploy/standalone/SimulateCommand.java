package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.SchemeTruth;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.Simulation;
import io.zhiwei.deploy.simulator.file.SimulationFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the events of a synthetic city, and what is true of them. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the events of a synthetic city of known truth: pharmacies, hospitals, shops, people, and schemes.",
            "生成一座已知真相的虚拟城市的事件。",
            "",
            "The folder gets a file a topic in the order of arrival (<topic>.ndjson, for 'zhiwei run --events'),"
                    + " truth.ndjson with a scheme a line, and look-alikes.ndjson with the lawful events that look"
                    + " unlawful. Equal arguments give equal bytes. A day of the full city is about 120 MB."
        })
final class SimulateCommand implements Callable<Integer> {

    @Option(names = "--days", paramLabel = "N", required = true, description = "Days, 1 to 3660. 天数")
    private int days = 1;

    @Option(names = "--seed", paramLabel = "S", required = true, description = "Decides every draw. 随机种子")
    private long seed;

    @Option(
            names = "--scale",
            paramLabel = "X",
            defaultValue = "1",
            description = "Size of the city: 1 is 1.1 million people, 0.005 to 20 (default: ${DEFAULT-VALUE}). 规模")
    private double scale = 1;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            defaultValue = "2026-03-02",
            description = "First day, yyyy-mm-dd (default: ${DEFAULT-VALUE}). 起始日期")
    private LocalDate start = Settings.DEFAULT_START;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder, new or empty. 输出目录")
    private Path out = Path.of("");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        requireEmpty(out);
        Settings settings = settings();
        PrintWriter err = spec.commandLine().getErr();
        Simulation simulation = Simulation.of(settings);
        Map<String, Long> events = new SimulationFiles(out)
                .write(simulation, day -> err.printf(Locale.ROOT, "day %d of %d%n", day, settings.days()));
        report(events, simulation.truth());
        return 0;
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Refusal("--out " + folder + " is a file. Name a folder.");
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new Refusal("--out " + folder + " is not empty. Name a new folder, or empty it first.");
                }
            }
        }
    }

    private Settings settings() throws IOException {
        try {
            return new Settings(days, seed, scale, start, Demonstration.templates());
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()), e);
        }
    }

    private void report(Map<String, Long> events, List<SchemeTruth> truth) {
        PrintWriter print = spec.commandLine().getOut();
        events.forEach((topic, count) -> print.printf(Locale.ROOT, "%-24s %,12d%n", topic, count));
        long kinds = truth.stream().map(SchemeTruth::kind).distinct().count();
        print.printf(Locale.ROOT, "%d schemes of %d kinds, in %s%n", truth.size(), kinds, out.resolve("truth.ndjson"));
    }
}
