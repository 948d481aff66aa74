package io.zhiwei.deploy.standalone;

import io.zhiwei.jobs.warning.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One run from its start to its end. Closing it, also from another thread, stops everything and clears up. */
final class RunSession implements AutoCloseable {

    private static final int GOOD = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;
    /** A file's weeks pass in seconds, and the partitions of the topic do not keep step: nothing in it may be too late. */
    static final String NEVER_TOO_LATE = "36500d";
    /** Files may span decades: to keep partitions within a day of each other would take half a second a day. */
    private static final String ANY_DRIFT = "18250d";

    /** Shops of the city that upload late do so within a day and a half. */
    private static final String CITY_LATE_BOUND = "3d";

    private static final String CITY_DRIFT = "2d";
    private static final int LISTED = 20;

    private final RunPlan plan;
    private final Workspace workspace;
    private final Screen screen;
    private final Servers servers;
    private boolean closed;

    RunSession(RunPlan plan, Workspace workspace, Screen screen) {
        this.plan = plan;
        this.workspace = workspace;
        this.screen = screen;
        this.servers = new Servers(plan.home(), plan.ports(), workspace.folder(), plan.haste());
    }

    /** Runs and returns the exit code. */
    int run(List<Path> files) throws Exception {
        try {
            return plan.isCity() ? streamCity() : stream(read(files));
        } catch (Exception e) {
            if (isClosed()) {
                // Ctrl-C took the servers away from under us.
                return GOOD;
            }
            if (Files.exists(servers.logs())) {
                workspace.keep();
            }
            throw e;
        }
    }

    private EventSet read(List<Path> files) throws IOException {
        List<Path> all = plan.demonstration() ? List.of(Demonstration.advertisements(workspace.folder())) : files;
        EventSet set = FaersReports.are(all) ? FaersReports.read(all) : EventSet.read(all, plan.stream());
        if (!set.ignored().isEmpty()) {
            screen.line("Columns that are no fields are ignored: " + String.join(", ", set.ignored()));
        }
        list(set.wrong().size() + " rows cannot be used and are left out:", set.wrong());
        return set;
    }

    private int stream(EventSet set) throws Exception {
        startStores();
        startJob(Map.of("--max-drift", ANY_DRIFT), "--late-bound", NEVER_TOO_LATE, "--max-drift", ANY_DRIFT);
        servers.awaitJob();
        try (LiveRun live = new LiveRun(screen, servers, plan.ports(), set, plan.speed())) {
            live.stream();
            if (!plan.untilDone()) {
                screen.line("Every event is assessed. Everything stays up until Ctrl-C. 全部事件已评估，按 Ctrl-C 停止。");
                live.watch();
            }
            return conclude(live.finish(), set);
        }
    }

    private int streamCity() throws Exception {
        startStores();
        try (CityRun city = new CityRun(screen, servers, plan)) {
            screen.line(city.sendRegisters() + " registry records. 监管登记数据已就绪。");
            // The city lives on: ninety days of it would fill the heap.
            startJob(
                    Map.of(),
                    "--late-bound",
                    CITY_LATE_BOUND,
                    "--max-drift",
                    CITY_DRIFT,
                    "--state-backend",
                    RunSettings.ROCKSDB);
            servers.awaitJob();
            city.sendFirstDays();
            city.live();
        }
        return GOOD;
    }

    private void startStores() throws IOException, InterruptedException {
        screen.line("Starting Kafka, Elasticsearch, the jobs of warnings and signals"
                + (plan.hasConsole() ? " and the console" : "") + ". 正在启动……");
        servers.startStores();
        servers.prepareStores();
        if (plan.hasConsole()) {
            servers.startConsole();
        }
    }

    private void startJob(Map<String, String> ofSignals, String... settings) throws IOException, InterruptedException {
        Map<String, String> signals = new LinkedHashMap<>(ofSignals);
        if (plan.untilDone()) {
            signals.putAll(Servers.SIGNALS_TO_THE_END);
        }
        servers.startJobs(signals, settings);
        addresses().forEach(screen::line);
        if (plan.hasConsole()) {
            logins(servers.awaitConsole()).forEach(screen::line);
        }
    }

    private List<String> logins(List<Servers.Login> made) {
        String address = "Console 控制台 " + plan.ports().consoleUrl();
        if (made.isEmpty()) {
            return List.of(address + "  logins as at the first start with these data");
        }
        List<String> lines = new ArrayList<>(List.of(address + "  shown only now 密码只显示一次："));
        made.forEach(login -> lines.add(String.format(Locale.ROOT, "  %-14s %s", login.name(), login.password())));
        return lines;
    }

    private List<String> addresses() {
        Ports ports = plan.ports();
        return List.of(
                "Kafka          " + ports.bootstrapServers()
                        + "  topics advertisements, sales, …, alerts, dead-letters",
                "Elasticsearch  " + ports.elasticsearchUrl() + "/zhiwei-alerts/_search?pretty",
                "               " + ports.elasticsearchUrl() + "/zhiwei-signals/_search?pretty",
                "Flink          " + ports.webUrl(),
                "Data and logs  " + fromHere(workspace.folder())
                        + (workspace.isKept() ? "" : "  (removed in the end)"));
    }

    private static Path fromHere(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        return folder.startsWith(here) ? here.relativize(folder) : folder;
    }

    private int conclude(Results results, EventSet set) throws IOException {
        Summary.alerts(results.alerts()).forEach(screen::line);
        screen.line(Summary.deadLetters(results.letters()));
        list("Not searchable in the index:", results.undelivered());
        boolean good = results.undelivered().isEmpty();
        if (plan.demonstration()) {
            Truth.Comparison comparison = Demonstration.truth().compare(results.alerts(), Demonstration.creatives(set));
            Summary.truth(comparison).forEach(screen::line);
            good &= comparison.isGood();
        }
        if (!good) {
            return FAILED;
        }
        return set.wrong().isEmpty() ? GOOD : BAD_INPUT;
    }

    private void list(String title, List<String> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of(title));
        entries.stream().limit(LISTED).forEach(entry -> lines.add("  " + entry));
        if (entries.size() > LISTED) {
            lines.add("  and " + (entries.size() - LISTED) + " more");
        }
        lines.forEach(screen::line);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        servers.close();
        workspace.close();
    }
}
