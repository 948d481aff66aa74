package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.Alert;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Events on their way through servers that run, with the alerts that come out shown as they come. For one thread. */
final class LiveRun implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Screen screen;
    private final Servers servers;
    private final Cluster cluster;
    private final EventSet set;
    private final Streaming streaming;
    private final AlertFeed feed;
    private final AlertLine alertLine;
    private final String bootstrapServers;
    private final Advance advance;
    private long assessed;
    private boolean done;
    private long lookedAt = System.nanoTime() - BETWEEN_LOOKS.toNanos();
    private int alerts;

    LiveRun(Screen screen, Servers servers, Ports ports, EventSet set, double speed) {
        this.screen = screen;
        this.servers = servers;
        this.set = set;
        this.bootstrapServers = ports.bootstrapServers();
        this.alertLine = new AlertLine(screen.isTerminal());
        this.cluster = new Cluster(ports);
        this.advance = new Advance(cluster, servers.flink(), set.stream(), servers.areFresh());
        this.streaming = new Streaming(set, speed, bootstrapServers);
        this.feed = new AlertFeed(bootstrapServers, this::show);
    }

    /** Streams the events and returns when the job has every one of them behind it. */
    void stream() throws InterruptedException, ExecutionException {
        streaming.start();
        try (Progress progress = new Progress(screen, set.events().size())) {
            do {
                look();
                progress.show(streaming.sent(), assessed, alerts);
            } while (!done);
        }
    }

    /** Shows alerts for as long as everything runs. */
    void watch() throws InterruptedException, ExecutionException {
        while (true) {
            look();
        }
    }

    /** Lets the job deliver everything and end, and returns what came out. */
    Results finish() throws IOException, InterruptedException, ExecutionException {
        while (!servers.finishJob()) {
            advance.distrustCounter();
            do {
                look();
            } while (!done);
        }
        feed.readToEnd();
        try (DeadLetterFeed letters = new DeadLetterFeed(bootstrapServers)) {
            letters.readToEnd();
            return Results.of(feed.alerts(), letters.letters(), new Delivery(cluster));
        }
    }

    private void look() throws InterruptedException, ExecutionException {
        feed.poll();
        if (System.nanoTime() - lookedAt < BETWEEN_LOOKS.toNanos()) {
            return;
        }
        lookedAt = System.nanoTime();
        servers.requireAlive();
        // In this order: what is not behind the end of the topic now was sent before.
        boolean over = streaming.isOver();
        long behind = advance.behind();
        done = over && behind <= 0;
        assessed = Math.max(0, streaming.sent() - behind);
    }

    private void show(@Nullable Alert before, Alert now) {
        alerts += before == null ? 1 : 0;
        if (before == null || before.getLevel() != now.getLevel()) {
            screen.line(alertLine.of(now));
        }
    }

    @Override
    public void close() throws IOException {
        streaming.close();
        feed.close();
        cluster.close();
    }
}
