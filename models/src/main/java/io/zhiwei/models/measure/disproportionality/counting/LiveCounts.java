package io.zhiwei.models.measure.disproportionality.counting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All counts of a stream of reports in one place. A job keeps the same parts in keyed state; this is for a file, a trial,
 * or a machine that is large enough. Not thread-safe.
 */
public final class LiveCounts {

    private final Map<String, ReportHistory> reports = new HashMap<>();
    private final Map<Cell, CellSeries> series = new HashMap<>();

    /**
     * Takes a version of a report.
     *
     * @param asOf last day of the epoch in which it came; never earlier than before
     */
    public void add(ReportVersion version, LocalDate asOf) {
        ReportHistory before = reports.get(version.report());
        ReportHistory after = before == null ? ReportHistory.of(version) : before.with(version);
        reports.put(version.report(), after);
        Contribution counted = before == null ? null : before.contribution();
        for (CountChange change : Contribution.changes(counted, after.contribution())) {
            step(change, asOf);
        }
    }

    private void step(CountChange change, LocalDate asOf) {
        CellSeries after = all(change.cell()).plus(change.day(), change.step(), asOf);
        if (after.isEmpty()) {
            series.remove(change.cell());
        } else {
            series.put(change.cell(), after);
        }
    }

    /** Returns the pairs with reports, in no order. */
    public List<Cell> pairs() {
        return series.keySet().stream().filter(Cell::isPair).toList();
    }

    /** Returns the counted cells, in no order. */
    public Stream<Cell> cells() {
        return series.keySet().stream();
    }

    /** Returns the counts of a cell. */
    public CountSeries of(Cell cell) {
        return all(cell).reports();
    }

    private CellSeries all(Cell cell) {
        return series.getOrDefault(cell, CellSeries.EMPTY);
    }

    /** Returns the tables of a pair as of a day, not earlier than the last step. */
    public PairTables tables(Cell pair, LocalDate asOf) {
        String population = pair.population();
        return PairTables.of(
                all(pair),
                of(Cell.ofProduct(population, pair.product())),
                of(Cell.ofEvent(population, pair.event())),
                of(Cell.all(population)),
                asOf);
    }
}
