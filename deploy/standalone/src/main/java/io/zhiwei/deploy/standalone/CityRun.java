package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.Simulation;
import io.zhiwei.schemas.Alert;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A small simulated city on its way through servers that run, with its alerts shown as they come. For one thread. */
final class CityRun implements AutoCloseable {

    /** The city lives through the year until today: an event of tomorrow would be refused. */
    private static final int DAYS = 365;

    private static final long SEED = 1;
    private static final double SCALE = 0.02;
    /** So that nobody waits for the first alert until a shop breaks the law. */
    private static final int FIRST_DAYS = 4;

    private static final long BETWEEN_LOOKS_MILLIS = 500;
    private static final long BETWEEN_LINES_MILLIS = 60_000;

    private final Screen screen;
    private final Servers servers;
    private final AlertLine alertLine;
    private final Settings settings;
    private final CityStreaming streaming;
    private final AlertFeed feed;
    private int alerts;

    CityRun(Screen screen, Servers servers, RunPlan plan) throws IOException {
        this.screen = screen;
        this.servers = servers;
        this.alertLine = new AlertLine(screen.isTerminal());
        this.settings = new Settings(
                DAYS, SEED, SCALE, LocalDate.now(Settings.ZONE).minusDays(DAYS), Demonstration.templates());
        String bootstrapServers = plan.ports().bootstrapServers();
        this.streaming = new CityStreaming(
                Simulation.of(settings),
                plan.home().topics(),
                Pace.steady(plan.speed(), System.nanoTime()),
                bootstrapServers);
        this.feed = new AlertFeed(bootstrapServers, this::show);
    }

    /** Sends what the registers know before the first day; the job starts after that. */
    long sendRegisters() {
        return streaming.sendRegisters();
    }

    /** Sends the first days at once; the job runs, because a source that is slow to start would be taken for a silent one. */
    void sendFirstDays() {
        streaming.sendUntil(settings.midnight(FIRST_DAYS));
    }

    /** Lets the city live until the servers are taken away. */
    void live() throws IOException, InterruptedException {
        streaming.start();
        long said = System.currentTimeMillis();
        while (true) {
            servers.requireAlive();
            feed.poll();
            boolean over = streaming.isOver();
            if (System.currentTimeMillis() - said > BETWEEN_LINES_MILLIS) {
                said = System.currentTimeMillis();
                screen.line(String.format(
                        Locale.ROOT,
                        "%,d events sent, %,d read, %d alerts%s",
                        streaming.sent(),
                        servers.flink().eventsRead(),
                        alerts,
                        over ? "; the year is over" : ""));
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    private void show(@Nullable Alert before, Alert now) {
        alerts += before == null ? 1 : 0;
        if (before == null || before.getLevel() != now.getLevel()) {
            screen.line(alertLine.of(now));
        }
    }

    @Override
    public void close() {
        streaming.close();
        feed.close();
    }
}
