package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.Simulation;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.schemas.Alert;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One trial from its start to its end: the servers, the city on its way through them, the alerts. */
final class TrialRun implements AutoCloseable {

    /** Events under way between city and job: about a second's. */
    private static final long WINDOW = 4_000;

    private static final long BETWEEN_LOOKS_MILLIS = 200;
    private static final long BETWEEN_LINES_MILLIS = 10_000;
    /** Shops that upload late do so within a day and a half. */
    private static final String LATE_BOUND = "3d";
    /** The window keeps the streams together; that sources wait for each other would only slow the days down. */
    private static final String DRIFT = "2d";

    private final Ports ports;
    private final Home home;
    private final Workspace workspace;
    private final Screen screen;
    private final Simulation city;
    private final Servers servers;
    private final Map<String, TrialScore.First> firsts = new HashMap<>();
    private boolean closed;

    TrialRun(Home home, Ports ports, Workspace workspace, Screen screen, Simulation city) {
        this.home = home;
        this.ports = ports;
        this.workspace = workspace;
        this.screen = screen;
        this.city = city;
        this.servers = new Servers(home, ports, workspace.folder());
    }

    /** Runs to the end and scores the alerts. */
    List<TrialScore> run() throws Exception {
        screen.line("Starting Kafka and Elasticsearch. 正在启动……");
        servers.startStores();
        try (Cluster cluster = new Cluster(ports)) {
            cluster.createTopics();
            cluster.putTemplates(home.templates());
        }
        try (CityStreaming streaming = new CityStreaming(city, topics(), WINDOW, ports.bootstrapServers());
                AlertFeed feed =
                        new AlertFeed(ports.bootstrapServers(), (before, now) -> note(before, now, streaming))) {
            screen.line(streaming.sendRegisters() + " registry records");
            servers.startJob("--late-bound", LATE_BOUND, "--max-drift", DRIFT);
            servers.awaitJob();
            stream(streaming, feed);
            finish(feed);
            List<Alert> standing = feed.alerts().stream()
                    .filter(alert -> alert.getLevelRank() > 0)
                    .toList();
            return TrialScore.of(city.truth(), standing, firsts);
        }
    }

    private Set<String> topics() {
        return ModelLibrary.load(home.models()).models().stream()
                .flatMap(model -> model.topics().stream())
                .collect(Collectors.toSet());
    }

    private void stream(CityStreaming streaming, AlertFeed feed) throws IOException, InterruptedException {
        long said = System.currentTimeMillis();
        streaming.start();
        long read = 0;
        while (!streaming.isOver() || read < streaming.sent()) {
            servers.requireAlive();
            read = servers.flink().eventsRead();
            streaming.hasRead(read);
            feed.poll();
            if (System.currentTimeMillis() - said > BETWEEN_LINES_MILLIS) {
                said = System.currentTimeMillis();
                screen.line("sent " + streaming.sent() + ", read " + read + ", alerts " + firsts.size());
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    private void finish(AlertFeed feed) throws IOException, InterruptedException {
        while (!servers.finishJob()) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        feed.readToEnd();
    }

    private void note(@Nullable Alert before, Alert now, CityStreaming streaming) {
        if (before == null) {
            long latest = TrialScore.evidence(now).stream()
                    .mapToLong(streaming::sentAt)
                    .max()
                    .orElse(0);
            firsts.put(now.getAlertId(), new TrialScore.First(now, latest));
        }
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
