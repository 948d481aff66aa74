package io.zhiwei.console.backtest;

import io.zhiwei.console.alert.Scope;
import io.zhiwei.models.trial.Variant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A backtest of one person, from its request to what came of it. Safe for several threads. */
public final class BacktestRun {

    private final String id;
    private final String modelId;
    private final String owner;
    private final Scope scope;
    private final BacktestRequest request;
    private final List<Variant> variants;

    private volatile State state = State.WAITING;
    private volatile boolean stopped;
    private volatile long read;
    private volatile long total;
    private volatile @Nullable Instant reached;
    private volatile @Nullable BacktestReport report;

    /** Where it stands. */
    public enum State {
        /** Another one runs. */
        WAITING,
        /** It reads events. */
        RUNNING,
        /** It came to the end. */
        DONE,
        /** It was stopped by its owner. */
        STOPPED,
        /** Its events took more memory than the console has to give. */
        TOO_LARGE,
        /** It took longer than the console has to give. */
        TOO_LONG,
        /** The events could not be read. */
        UNAVAILABLE,
        /** An error of the program, which the log tells. */
        FAILED;

        /** Returns whether nothing more will come. */
        public boolean isOver() {
            return this != WAITING && this != RUNNING;
        }
    }

    BacktestRun(String id, String modelId, String owner, Scope scope, BacktestRequest request, List<Variant> variants) {
        this.id = id;
        this.modelId = modelId;
        this.owner = owner;
        this.scope = scope;
        this.request = request;
        this.variants = variants;
    }

    /** Returns its id, which cannot be guessed. */
    public String id() {
        return id;
    }

    /** Returns the model. */
    public String modelId() {
        return modelId;
    }

    /** Returns whose it is. */
    public String owner() {
        return owner;
    }

    /** Returns what was asked for. */
    public BacktestRequest request() {
        return request;
    }

    /** Returns where it stands. */
    public State state() {
        return state;
    }

    /** Returns the share of the messages that were read, in percent. */
    public int percent() {
        return total == 0 ? 0 : (int) Math.min(100, 100 * read / total);
    }

    /** Returns how many messages were read. */
    public long read() {
        return read;
    }

    /** Returns the event time that was reached; null before the first event. */
    public @Nullable Instant reached() {
        return reached;
    }

    /** Returns what came of it; null until it is done. */
    public @Nullable BacktestReport report() {
        return report;
    }

    Scope scope() {
        return scope;
    }

    List<Variant> variants() {
        return variants;
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    void begins(long messages) {
        total = messages;
        state = State.RUNNING;
    }

    void proceeds(long messages, @Nullable Instant time) {
        read = messages;
        if (time != null) {
            reached = time;
        }
    }

    void ends(BacktestReport outcome) {
        report = outcome;
        state = State.DONE;
    }

    void ends(State outcome) {
        state = outcome;
    }
}
