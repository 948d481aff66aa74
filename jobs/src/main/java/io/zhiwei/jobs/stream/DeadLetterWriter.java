package io.zhiwei.jobs.stream;

import io.zhiwei.schemas.DeadLetter;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;

/** Writes dead letters for a sink, which has no side output of its own. Used by one thread. */
public interface DeadLetterWriter extends AutoCloseable {

    /** Writes a letter; the future ends when it is safe, exceptionally when it must be handed in again. */
    CompletableFuture<Void> write(DeadLetter letter);

    @Override
    void close();

    /** Travels with the job to where the sink runs, and opens the writer there. */
    @FunctionalInterface
    interface Factory extends Serializable {

        /** Opens a writer. */
        DeadLetterWriter open();
    }
}
