package io.zhiwei.jobs.testing;

import io.zhiwei.jobs.stream.DeadLetterWriter;
import io.zhiwei.schemas.DeadLetter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A dead-letter writer that keeps the letters, and fails as often as a test wants. */
public final class Letters implements DeadLetterWriter {

    private final List<DeadLetter> written = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    /** Lets the next writes fail. */
    public Letters failing(int times) {
        failures.set(times);
        return this;
    }

    /** Returns what was written. */
    public List<DeadLetter> written() {
        return written;
    }

    @Override
    public CompletableFuture<Void> write(DeadLetter letter) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return CompletableFuture.failedFuture(new IllegalStateException("by the test"));
        }
        written.add(letter);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
