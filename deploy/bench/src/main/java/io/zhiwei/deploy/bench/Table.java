package io.zhiwei.deploy.bench;

import io.zhiwei.deploy.bench.change.ChangeFigures;
import io.zhiwei.deploy.bench.keyed.KeyedFigures;
import io.zhiwei.deploy.bench.latency.LatencyFigures;
import io.zhiwei.deploy.bench.screening.ScreeningFigures;
import io.zhiwei.deploy.bench.signals.SignalFigures;
import io.zhiwei.deploy.bench.signals.SignalStreamFigures;
import io.zhiwei.deploy.bench.soak.SoakFigures;
import io.zhiwei.deploy.bench.throughput.PathFigures;
import io.zhiwei.deploy.bench.throughput.RunResult;
import io.zhiwei.deploy.bench.throughput.ThroughputFigures;
import io.zhiwei.deploy.bench.tree.TreeFigures;
import java.io.PrintWriter;
import java.util.Locale;

/** A report for people. */
final class Table {

    private final PrintWriter out;

    Table(PrintWriter out) {
        this.out = out;
    }

    void print(Report report) {
        Machine machine = report.machine();
        line("");
        line("%s   %s", report.date(), report.command());
        line(
                "%d cores %s, %d GiB, %s, %s, load %.1f at the start",
                machine.cores(),
                machine.processor(),
                machine.memoryGib(),
                machine.system(),
                machine.jvm(),
                machine.load());
        if (report.throughput() != null) {
            print(report.throughput());
        }
        if (report.keyed() != null) {
            print(report.keyed());
        }
        if (report.soak() != null) {
            print(report.soak());
        }
        if (report.change() != null) {
            print(report.change());
        }
        if (report.latency() != null) {
            print(report.latency());
        }
        if (report.screening() != null) {
            print(report.screening());
        }
        if (report.tree() != null) {
            print(report.tree());
        }
        if (report.signals() != null) {
            print(report.signals());
        }
        if (report.signalStream() != null) {
            print(report.signalStream());
        }
        out.flush();
    }

    private void print(SignalFigures figures) {
        line("");
        line(
                "Signals: %,d pairs of %,d reports measured anew with the fit of their prior in %.1f s, %,.0f pairs/s",
                figures.pairs(), figures.reports(), figures.seconds(), figures.pairsPerSecond());
    }

    private void print(SignalStreamFigures figures) {
        line(
                "Stream of reports: floor %,.0f versions/s, graph of the signal job %,.0f versions/s, ratio %.3f, by processor"
                        + " time %.3f (%,d versions)",
                figures.floorPerSecond(),
                figures.perSecond(),
                figures.ratio(),
                figures.coreRatio(),
                figures.versions());
    }

    private void print(ThroughputFigures figures) {
        line("");
        line(
                "Throughput: %,d events of %.0f bytes, %.0f %% violating; parallelism %d; median of %d rounds, each run %d s"
                        + " after the compiler settled",
                figures.preloadedEvents(),
                figures.bytesPerEvent(),
                100 * figures.violatingShare(),
                figures.parallelism(),
                figures.floor().runs().size(),
                figures.windowSeconds());
        line("  %-44s %12s %14s %8s %8s %9s", "", "events/s", "per core-s", "ratio", "/core", "compiler");
        row("floor: read, decode, key, discard", figures.floor());
        row("pipeline, sinks discard" + mark(!figures.embeddingByDefault()), figures.withoutEmbedding());
        row("pipeline with embedding" + mark(figures.embeddingByDefault()), figures.withEmbedding());
        row("pipeline, real sinks, one run", figures.delivering());
        line(
                "  %.1f %% of the texts are left open by the classifier's first stage; %.3f alert revisions an event",
                100 * figures.secondStageShare(), figures.withoutEmbedding().alertsPerEvent());
    }

    private void print(KeyedFigures figures) {
        line("");
        line(
                "Keyed: %,d events of %d days of a city of size %.2f; median of %d rounds",
                figures.events(),
                figures.days(),
                figures.scale(),
                figures.floor().runs().size());
        line("  %-44s %12s %14s %8s %8s %9s", "", "events/s", "per core-s", "ratio", "/core", "compiler");
        row("floor: read, decode, key, discard", figures.floor());
        row("pipeline, " + figures.models().size() + " models", figures.pipeline());
        line(
                "  visits/s of the pipeline by events/s of the floor: %.3f (goal: %.1f or more)",
                figures.visitRatio(), figures.goal());
        visits("with its state on disk, as ./zhiwei run", figures.onDisk());
        figures.copies().forEach((copies, run) -> visits(copies + " of " + figures.copied(), run));
        figures.keys().forEach((keys, run) -> visits(String.format(Locale.ROOT, "%,d keys in RocksDB", keys), run));
    }

    private void print(SoakFigures figures) {
        line("");
        line(
                "Soak: %,d events of a city of size %.3f, %d models",
                figures.events(), figures.scale(), figures.models().size());
        for (SoakFigures.Kept kept : figures.kept()) {
            line(
                    "  day %4d: %6.0f MB live, checkpoint %6.0f MB",
                    kept.day(), kept.liveMegabytes(), kept.checkpointMegabytes());
        }
        line("  live heap from the middle third of the days to the last: %+.1f %%", 100 * figures.growth());
    }

    private void print(ChangeFigures figures) {
        line("");
        line("A threshold changed while %,d events/s flow:", figures.eventsPerSecond());
        line(
                "  in force after %.0f ms (goal: 1,000), answered after %.0f ms; %d alerts of the old version, %d of the new, %d"
                        + " out of turn; job restarted: %s",
                figures.inForceMillis(),
                figures.answeredMillis(),
                figures.before(),
                figures.after(),
                figures.mixed(),
                figures.restarted() ? "yes" : "no");
    }

    private void visits(String name, RunResult run) {
        line(
                "  %-44s %,12.0f events/s %,12.0f visits/s, compiler %.0f%%",
                name,
                run.steady().eventsPerSecond(),
                run.steady().visitsPerSecond(),
                100 * run.steady().compilerShare());
    }

    private static String mark(boolean standard) {
        return standard ? " (model's default)" : "";
    }

    private void row(String name, PathFigures figures) {
        line(
                "  %-44s %,12.0f %,14.0f %8.3f %8.3f %8.0f%%",
                name,
                figures.eventsPerSecond(),
                figures.eventsPerCoreSecond(),
                figures.ratio(),
                figures.coreRatio(),
                100 * figures.compilerShare());
    }

    private void print(LatencyFigures figures) {
        line("");
        line(
                "Event to searchable alert: %,d advertisements/s for %d s, %.0f %% violating, refresh_interval %s, embedding %s",
                figures.advertisementsPerSecond(),
                figures.seconds(),
                100 * figures.violatingShare(),
                figures.refreshInterval(),
                figures.embedding() ? "on" : "off");
        line(
                "  searchable p50 %.0f ms, p99 %.0f ms, longest %.0f ms (goal: p99 below 1,500 ms); on the topic p50 %.0f ms,"
                        + " p99 %.0f ms",
                figures.p50Millis(),
                figures.p99Millis(),
                figures.maxMillis(),
                figures.topicP50Millis(),
                figures.topicP99Millis());
        line(
                "  %,d alerts, %d never found; the producer was late by %.0f ms at most",
                figures.alerts(), figures.missing(), figures.senderLateMillis());
    }

    private void print(ScreeningFigures figures) {
        line("");
        line("Screening, one thread, %,d words:", figures.words());
        line(
                "  normal form and lexicon %.1f M characters/s, bare automaton %.1f M, ratio %.2f (goal: 0.3 or more)",
                figures.charactersPerSecond() / 1e6, figures.automatonCharactersPerSecond() / 1e6, figures.ratio());
    }

    private void print(TreeFigures figures) {
        line("");
        line("Referral tree, one thread, %,d members on %d levels:", figures.members(), figures.levels());
        line(
                "  %,.0f joins/s with the depth after each, p99.9 %.1f us, slowest %.1f ms; %.0f bytes a member with its referral and"
                        + " token; a question for the depth %.1f ns, of a tree of a thousand %.1f ns",
                figures.joinsPerSecond(),
                figures.p999Micros(),
                figures.slowestMillis(),
                figures.bytesPerMember(),
                figures.depthNanos(),
                figures.depthNanosOfSmall());
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
