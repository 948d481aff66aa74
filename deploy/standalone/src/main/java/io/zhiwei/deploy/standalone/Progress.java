package io.zhiwei.deploy.standalone;

import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a run has come: a bar on a terminal, elsewhere a line now and then. */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 100;
    private static final int REDRAW_MILLIS = 200;
    private static final long SECONDS_BETWEEN_LINES = 5;

    private final Screen screen;
    private final int events;
    private final ProgressBar bar;
    private long lineAt = System.nanoTime();

    Progress(Screen screen, int events) {
        this.screen = screen;
        this.events = events;
        this.bar = ProgressBar.builder()
                .setTaskName("assessed")
                .setInitialMax(events)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(screen::status, WIDTH))
                .build();
    }

    /** Shows a state. */
    void show(long sent, long assessed, int alerts) {
        bar.stepTo(assessed);
        bar.setExtraMessage("sent " + sent + ", alerts " + alerts);
        if (!screen.isTerminal()
                && System.nanoTime() - lineAt
                        > Duration.ofSeconds(SECONDS_BETWEEN_LINES).toNanos()) {
            lineAt = System.nanoTime();
            screen.line(text(sent, assessed, alerts));
        }
    }

    private String text(long sent, long assessed, int alerts) {
        return "sent " + sent + " of " + events + ", assessed " + assessed + ", alerts " + alerts;
    }

    @Override
    public void close() {
        bar.close();
        screen.endStatus();
    }
}
