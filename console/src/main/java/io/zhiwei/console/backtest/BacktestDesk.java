package io.zhiwei.console.backtest;

import io.zhiwei.console.ConsoleSettings;
import io.zhiwei.console.alert.AlertIndex;
import io.zhiwei.console.alert.Scope;
import io.zhiwei.console.disposition.DispositionLog;
import io.zhiwei.console.version.VersionDesk;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.trial.Variant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Takes backtests in and runs them one after the other, in the background of what people do on the pages. A person has one at
 * a time. The last few are kept in memory; a restart forgets them.
 */
@Component
public final class BacktestDesk implements DisposableBean {

    private static final int KEPT = 20;
    private static final int STEPS = 6;

    private final VersionDesk versions;
    private final BacktestWork work;
    private final ExecutorService worker;
    private final Map<String, BacktestRun> runs = new LinkedHashMap<>();

    /** Tries versions on recordings and holds what comes of them against decisions. */
    public BacktestDesk(
            ConsoleSettings settings,
            VersionDesk versions,
            Recordings recordings,
            DispositionLog dispositions,
            AlertIndex index) {
        this.versions = versions;
        this.work = new BacktestWork(Regions.load(settings.regions()), recordings, dispositions, index);
        this.worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "backtest");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The person has a backtest that is not over. */
    public static final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient BacktestRun other;

        BusyException(BacktestRun other) {
            super("a backtest of " + other.owner() + " is not over");
            this.other = other;
        }

        /** Returns the one that is not over. */
        public BacktestRun other() {
            return other;
        }
    }

    /**
     * Takes a backtest in.
     *
     * @param owner who asks
     * @param scope what they may see; alerts of other places are not counted
     * @throws IllegalArgumentException if there is no such threshold or version, or the value lies outside its range
     * @throws BusyException if an earlier one is not over
     */
    public synchronized BacktestRun start(String modelId, BacktestRequest request, String owner, Scope scope) {
        runs.values().stream()
                .filter(run -> run.owner().equals(owner) && !run.state().isOver())
                .findFirst()
                .ifPresent(run -> {
                    throw new BusyException(run);
                });
        BacktestRun run = new BacktestRun(
                UUID.randomUUID().toString(), modelId, owner, scope, request, variants(modelId, request));
        runs.put(run.id(), run);
        forgetOld();
        worker.execute(() -> work.run(run));
        return run;
    }

    /** The one in force comes first, what is tried second, and the curve behind, ascending. */
    private List<Variant> variants(String modelId, BacktestRequest request) {
        Model before = versions.current(modelId).orElseThrow();
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant("before", before));
        Integer version = request.version();
        if (version != null) {
            variants.add(new Variant(
                    "after",
                    versions.version(modelId, version)
                            .orElseThrow(() -> new IllegalArgumentException(modelId + " has no version " + version))));
            return variants;
        }
        double value = Objects.requireNonNullElse(request.value(), Double.NaN);
        variants.add(new Variant("after", before.with(request.threshold(), value)));
        if (request.wantsCurve()) {
            variants.addAll(Variant.curve(before, request.threshold(), STEPS));
        }
        return variants;
    }

    private void forgetOld() {
        List<BacktestRun> over =
                runs.values().stream().filter(run -> run.state().isOver()).toList();
        over.stream().limit(Math.max(0, runs.size() - KEPT)).forEach(run -> runs.remove(run.id()));
    }

    /** Returns a backtest that a person may see: their own, and where they see the whole city, everybody's. */
    public synchronized Optional<BacktestRun> find(String id, String person, Scope scope) {
        return Optional.ofNullable(runs.get(id)).filter(run -> run.owner().equals(person) || scope.isWholeCity());
    }

    /** Returns the backtests of a model that a person may see, the newest first. */
    public synchronized List<BacktestRun> of(String modelId, String person, Scope scope) {
        List<BacktestRun> found = new ArrayList<>(runs.values().stream()
                .filter(run -> run.modelId().equals(modelId))
                .filter(run -> run.owner().equals(person) || scope.isWholeCity())
                .toList());
        Collections.reverse(found);
        return found;
    }

    /** Stops a backtest of a person; nothing happens where it is over. */
    public synchronized void stop(String id, String person) {
        BacktestRun run = runs.get(id);
        if (run != null && run.owner().equals(person)) {
            run.stop();
        }
    }

    @Override
    public void destroy() {
        synchronized (this) {
            runs.values().forEach(BacktestRun::stop);
        }
        worker.shutdownNow();
    }
}
