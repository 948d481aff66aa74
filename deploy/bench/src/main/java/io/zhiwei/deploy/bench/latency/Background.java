package io.zhiwei.deploy.bench.latency;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A task that runs again and again on a thread of its own until it is closed or fails. */
final class Background implements AutoCloseable {

    /** One round of the task. */
    @FunctionalInterface
    interface Round {
        void run() throws Exception;
    }

    private final Thread thread;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private volatile boolean stopped;

    Background(String name, Round round) {
        thread = new Thread(() -> repeat(round), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void repeat(Round round) {
        try {
            while (!stopped) {
                round.run();
            }
        } catch (Exception e) { // The edge of the thread: handed to whoever asks.
            failure.set(e);
        }
    }

    /** Throws what ended the task, if anything did. */
    void check() {
        Exception found = failure.get();
        if (found != null) {
            throw new IllegalStateException(thread.getName() + " failed: " + found.getMessage(), found);
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
