package io.zhiwei.console.backtest;

import io.zhiwei.console.alert.AlertIndex;
import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import io.zhiwei.console.alert.AlertViews;
import io.zhiwei.console.disposition.DispositionLog;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.trial.Backtest;
import io.zhiwei.models.trial.Judgements;
import io.zhiwei.models.trial.Period;
import io.zhiwei.models.trial.RecordedEvents;
import io.zhiwei.schemas.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one backtest: reads, judges, compares. What it takes is bounded, because the pages live in the same process. */
final class BacktestWork {

    private static final Logger LOGGER = LoggerFactory.getLogger(BacktestWork.class);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** Share of the heap from which a collection is asked for, and above which, after it, a backtest ends. */
    private static final double FULL = 0.75;

    private final Regions regions;
    private final Recordings recordings;
    private final DispositionLog dispositions;
    private final AlertIndex index;

    BacktestWork(Regions regions, Recordings recordings, DispositionLog dispositions, AlertIndex index) {
        this.regions = regions;
        this.recordings = recordings;
        this.dispositions = dispositions;
        this.index = index;
    }

    /** Runs to the end or to a bound; never throws, because nobody waits. */
    void run(BacktestRun run) {
        try {
            if (run.isStopped()) {
                run.ends(BacktestRun.State.STOPPED);
            } else {
                replay(run);
            }
        } catch (UnavailableException e) {
            LOGGER.atWarn().addKeyValue("modelId", run.modelId()).setCause(e).log("A backtest could not be read");
            run.ends(BacktestRun.State.UNAVAILABLE);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOGGER.atError().addKeyValue("modelId", run.modelId()).setCause(e).log("A backtest failed");
            run.ends(e instanceof OutOfMemoryError ? BacktestRun.State.TOO_LARGE : BacktestRun.State.FAILED);
        }
    }

    private void replay(BacktestRun run) {
        long begun = System.nanoTime();
        Model model = run.variants().get(0).model();
        try (Recordings.Recording recording = recordings.open(model.topics())) {
            run.begins(recording.total());
            Period period = run.request().period();
            RecordedEvents events =
                    new RecordedEvents(new Watched(run, recording.logs()), period.begin(model), period.to());
            Backtest backtest = new Backtest(run.variants(), regions);
            if (!backtest.run(events, now -> goesOn(run, events, now, begun))) {
                run.ends(end(run, begun));
                return;
            }
            run.proceeds(events.read(), null);
            run.ends(report(run, backtest, events.refused(), begun));
        } catch (StoppedException e) {
            run.ends(BacktestRun.State.STOPPED);
        }
    }

    private static boolean goesOn(BacktestRun run, RecordedEvents events, Instant now, long begun) {
        run.proceeds(events.read(), now);
        return !run.isStopped() && !isTooLong(begun) && !isFull();
    }

    private static BacktestRun.State end(BacktestRun run, long begun) {
        if (run.isStopped()) {
            return BacktestRun.State.STOPPED;
        }
        return isTooLong(begun) ? BacktestRun.State.TOO_LONG : BacktestRun.State.TOO_LARGE;
    }

    private static boolean isTooLong(long begun) {
        return System.nanoTime() - begun > LONGEST.toNanos();
    }

    private static boolean isFull() {
        if (share() < FULL) {
            return false;
        }
        System.gc();
        return share() >= FULL;
    }

    private static double share() {
        Runtime runtime = Runtime.getRuntime();
        return (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
    }

    private BacktestReport report(BacktestRun run, Backtest backtest, long refused, long begun) {
        Period period = run.request().period();
        Predicate<Alert> counts = alert -> period.holds(alert) && run.scope().allows(AlertViews.of(alert));
        List<Backtest.Result> results =
                backtest.results().stream().map(result -> result.only(counts)).toList();
        Judgements judgements = Judgements.of(dispositions.all());
        Set<String> confirmed =
                index.among(run.scope(), run.modelId(), period.from(), period.to(), judgements.confirmed());
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new ReportWriter(run.request(), judgements, confirmed)
                .write(results, backtest.events(), refused, seconds);
    }

    /** Its owner has stopped it. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Looks whether it is stopped while messages are read that no event comes of. */
    private record Watched(BacktestRun run, RecordedEvents.Logs logs) implements RecordedEvents.Logs {

        @Override
        public List<String> topics() {
            return logs.topics();
        }

        @Override
        public void more(Set<Integer> wanted, RecordedEvents.Sink sink) {
            if (run.isStopped()) {
                throw new StoppedException();
            }
            logs.more(wanted, sink);
        }

        @Override
        public boolean isOver(int log) {
            return logs.isOver(log);
        }
    }
}
