package io.zhiwei.console.testing;

import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import io.zhiwei.console.backtest.Recordings;
import io.zhiwei.models.trial.RecordedEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Recorded advertisements in memory, which can be held back. */
public final class MemoryRecordings implements Recordings {

    private final List<byte[]> messages = new ArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean away;

    /** Records these instead of what there was. */
    public void show(List<byte[]> advertisements) {
        messages.clear();
        messages.addAll(advertisements);
        away = false;
    }

    /** Lets nobody read until {@link #release}. */
    public void hold() {
        gate = new CountDownLatch(1);
    }

    /** Lets everybody read. */
    public void release() {
        gate.countDown();
    }

    /** Answers nothing any more. */
    public void goAway() {
        away = true;
    }

    @Override
    public Recording open(Set<String> topics) {
        if (away) {
            throw new UnavailableException("The topics are away", new IllegalStateException("test"));
        }
        return new Recording(new Log(List.copyOf(messages)), messages.size(), () -> {});
    }

    private final class Log implements RecordedEvents.Logs {

        private final List<byte[]> all;
        private int next;

        Log(List<byte[]> all) {
            this.all = all;
        }

        @Override
        public List<String> topics() {
            return List.of("advertisements");
        }

        @Override
        public void more(Set<Integer> wanted, RecordedEvents.Sink sink) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            sink.take(0, all.get(next++));
        }

        @Override
        public boolean isOver(int log) {
            return next >= all.size();
        }
    }
}
