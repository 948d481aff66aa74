package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.Simulation;
import io.zhiwei.schemas.Alert;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One trial from its start to its end: the servers, the city on its way through them, the alerts. */
final class TrialRun implements AutoCloseable {

    private static final long BETWEEN_LOOKS_MILLIS = 500;
    private static final long BETWEEN_LINES_MILLIS = 10_000;
    /** Shops that upload late do so within a day and a half. */
    private static final String LATE_BOUND = "3d";
    /** A trial is never restored: the default would only take time from the events. */
    private static final String CHECKPOINT_INTERVAL = "1m";
    /** The pace keeps the streams together; that sources wait for each other would only slow the days down. */
    private static final String DRIFT = "2d";

    private final Ports ports;
    private final Home home;
    private final Workspace workspace;
    private final Screen screen;
    private final Simulation city;
    private final Servers servers;
    private final Map<String, TrialScore.First> firsts = new HashMap<>();
    private final EarlyWarning early = new EarlyWarning();
    private final FirstSigns firstSigns = new FirstSigns();
    private @Nullable ReactionFigures reactions;
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
        servers.prepareStores();
        try (CityStreaming streaming = new CityStreaming(
                        city, home.topics(), Pace.following(System.nanoTime()), ports.bootstrapServers());
                AlertFeed feed =
                        new AlertFeed(ports.bootstrapServers(), (before, now) -> note(before, now, streaming))) {
            screen.line(streaming.sendRegisters() + " registry records");
            servers.startJobs(
                    Servers.SIGNALS_TO_THE_END,
                    "--late-bound",
                    LATE_BOUND,
                    "--max-drift",
                    DRIFT,
                    "--checkpoint-interval",
                    CHECKPOINT_INTERVAL);
            servers.awaitJob();
            stream(streaming, feed);
            finish(feed);
            List<Alert> standing = feed.alerts().stream()
                    .filter(alert -> alert.getLevelRank() > 0)
                    .toList();
            reactions = ReactionFigures.of(city.truth(), streaming.reported(), standing, firstSigns);
            return TrialScore.of(city.truth(), standing, firsts, streaming.reported());
        }
    }

    /** Returns how early the schemes of fund-raising were warned of. */
    EarlyWarning.Report earlyWarning() {
        return early.report(city.truth(), city.milestones());
    }

    /** Returns how soon adverse reactions were told; null before the end. */
    @Nullable
    ReactionFigures reactions() {
        return reactions;
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
        firstSigns.note(now);
        if (now.getModel().getId().equals(TrialScore.FUND_RAISING)) {
            early.note(now);
        }
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
