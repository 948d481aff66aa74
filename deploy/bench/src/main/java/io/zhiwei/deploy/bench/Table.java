package io.zhiwei.deploy.bench;

import io.zhiwei.deploy.bench.latency.LatencyFigures;
import io.zhiwei.deploy.bench.screening.ScreeningFigures;
import io.zhiwei.deploy.bench.throughput.PathFigures;
import io.zhiwei.deploy.bench.throughput.ThroughputFigures;
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
        if (report.latency() != null) {
            print(report.latency());
        }
        if (report.screening() != null) {
            print(report.screening());
        }
        out.flush();
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

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
