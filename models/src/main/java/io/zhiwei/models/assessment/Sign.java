package io.zhiwei.models.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an episode holds of one indicator.
 *
 * @param strongest the finding that weighs most; among equals the earliest event's
 * @param earliest the findings of the earliest events, at most {@link #MAX_EVIDENCE}
 * @param total findings ever seen
 * @param statement figures that it states
 */
public record Sign(Finding strongest, List<Finding> earliest, long total, Statement statement) {

    /** Findings that are kept of one indicator; the others are counted. */
    public static final int MAX_EVIDENCE = 5;

    /** Makes the sign of one finding. */
    public static Sign of(Finding finding) {
        return new Sign(finding, List.of(finding), 1, Statement.NONE);
    }

    /** Returns the evidence of the earliest events. */
    public List<Evidence> evidence() {
        return earliest.stream().map(Finding::evidence).toList();
    }

    /** Returns the sign with one more finding; the order in which findings come does not matter. */
    Sign with(Finding finding) {
        if (lists(finding.event())) {
            return new Sign(stronger(finding), earliest, total, statement);
        }
        return new Sign(stronger(finding), earliestOf(earliest, List.of(finding)), total + 1, statement);
    }

    /**
     * Returns two signs of one indicator as one; which comes first does not matter. Signs that share an event tell of the
     * same events.
     */
    Sign with(Sign other) {
        boolean shared = other.earliest.stream().anyMatch(finding -> lists(finding.event()));
        return new Sign(
                stronger(other.strongest),
                earliestOf(earliest, other.earliest),
                shared ? Math.max(total, other.total) : total + other.total,
                statement.later(other.statement));
    }

    /** Returns the sign without what one of its events showed; null where nothing is left, or nothing but a count. */
    @Nullable
    Sign without(EventRef event) {
        List<Finding> left = earliest.stream()
                .filter(finding -> !finding.event().equals(event))
                .toList();
        if (!strongest.event().equals(event)) {
            return new Sign(strongest, left, total - 1, statement);
        }
        return left.stream()
                .map(finding -> new Sign(finding, left, total - 1, statement))
                .reduce((a, b) -> new Sign(a.stronger(b.strongest), left, total - 1, statement))
                .orElse(null);
    }

    private boolean lists(EventRef event) {
        return earliest.stream().anyMatch(finding -> finding.event().equals(event));
    }

    private static List<Finding> earliestOf(List<Finding> some, List<Finding> others) {
        List<Finding> merged = new ArrayList<>(some);
        for (Finding other : others) {
            if (merged.stream().noneMatch(known -> known.event().equals(other.event()))) {
                merged.add(other);
            }
        }
        merged.sort(Comparator.comparing(Finding::event));
        return List.copyOf(merged.subList(0, Math.min(MAX_EVIDENCE, merged.size())));
    }

    /** Returns the sign with a strongest finding of at least this weight. */
    Sign weighingAtLeast(double weight) {
        return strongest.weight() >= weight ? this : new Sign(strongest.withWeight(weight), earliest, total, statement);
    }

    private Finding stronger(Finding other) {
        int byWeight = Double.compare(strongest.contribution(), other.contribution());
        if (byWeight == 0) {
            byWeight = Double.compare(strongest.value(), other.value());
        }
        if (byWeight == 0) {
            byWeight = other.event().compareTo(strongest.event());
        }
        return byWeight >= 0 ? strongest : other;
    }
}
