package io.zhiwei.models.measure.disproportionality.counting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one report from the versions received so far, in whatever order and however often. It counts as its
 * greatest version says, under the day of its first receipt: a follow-up does not make an old case a recent one.
 *
 * @param greatest the greatest version
 * @param firstReceived day on which the first of all was received
 */
public record ReportHistory(ReportVersion greatest, LocalDate firstReceived) {

    /** Returns the history of a report of which one version came. */
    public static ReportHistory of(ReportVersion version) {
        return new ReportHistory(version, version.received());
    }

    /** Returns the history once another version came. */
    public ReportHistory with(ReportVersion version) {
        return with(of(version));
    }

    /** Returns the history of the versions of both. */
    public ReportHistory with(ReportHistory other) {
        return new ReportHistory(
                ReportVersion.RANK.compare(other.greatest, greatest) > 0 ? other.greatest : greatest,
                other.firstReceived.isBefore(firstReceived) ? other.firstReceived : firstReceived);
    }

    /** Returns what the report adds to the counts; null where it was taken back or names nothing to count. */
    public @Nullable Contribution contribution() {
        List<Layer> layers = greatest.layers().stream()
                .filter(layer -> !layer.products().isEmpty())
                .toList();
        boolean counts =
                !greatest.nullified() && !layers.isEmpty() && !greatest.events().isEmpty();
        return counts
                ? new Contribution(
                        firstReceived,
                        layers,
                        greatest.events(),
                        greatest.unlisted(),
                        greatest.serious(),
                        greatest.fatal())
                : null;
    }
}
