package io.zhiwei.console.web;

import io.zhiwei.console.alert.AlertView;
import io.zhiwei.schemas.Disposition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to an alert, oldest first: revisions that changed where it stands, and decisions. */
final class TimeLine {

    private TimeLine() {}

    /**
     * One of the two.
     *
     * @param at when
     * @param step the revision; null for a decision
     * @param before the revision before it; null for the first
     * @param decided the decision; null for a revision
     */
    record Entry(
            Instant at,
            AlertView.@Nullable Step step,
            AlertView.@Nullable Step before,
            @Nullable Disposition decided) {}

    static List<Entry> of(AlertView alert, List<Disposition> decided) {
        List<Entry> entries = new ArrayList<>();
        AlertView.Step before = null;
        for (AlertView.Step step : alert.history()) {
            entries.add(new Entry(step.at(), step, before, null));
            before = step;
        }
        decided.forEach(one -> entries.add(new Entry(one.getWhen(), null, null, one)));
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }
}
