package io.zhiwei.models.assessment;

import java.util.ArrayList;
import java.util.List;

/**
 * What an episode holds of one indicator.
 *
 * @param strongest the finding that weighs most; among equals the earliest event's
 * @param evidence the earliest pieces of evidence, at most {@link #MAX_EVIDENCE}
 * @param total pieces of evidence ever seen
 * @param statement figures that it states
 */
public record Sign(Finding strongest, List<Evidence> evidence, long total, Statement statement) {

    /** Pieces of evidence that are kept for one indicator; the others are counted. */
    public static final int MAX_EVIDENCE = 5;

    /** Makes the sign of one finding. */
    public static Sign of(Finding finding) {
        return new Sign(finding, List.of(finding.evidence()), 1, Statement.NONE);
    }

    /** Returns the sign with one more finding; the order in which findings come does not matter. */
    Sign with(Finding finding) {
        List<Evidence> merged = new ArrayList<>(evidence);
        boolean listed = merged.stream()
                .anyMatch(piece -> piece.event().equals(finding.evidence().event()));
        if (listed) {
            return new Sign(stronger(finding), evidence, total, statement);
        }
        merged.add(finding.evidence());
        merged.sort((a, b) -> a.event().compareTo(b.event()));
        if (merged.size() > MAX_EVIDENCE) {
            merged.remove(MAX_EVIDENCE);
        }
        return new Sign(stronger(finding), List.copyOf(merged), total + 1, statement);
    }

    /**
     * Returns two signs of one indicator as one; which comes first does not matter. Signs that share an event tell of the
     * same events.
     */
    Sign with(Sign other) {
        List<Evidence> merged = new ArrayList<>(evidence);
        boolean shared = other.evidence.stream()
                .anyMatch(piece ->
                        evidence.stream().anyMatch(known -> known.event().equals(piece.event())));
        other.evidence.stream()
                .filter(piece ->
                        merged.stream().noneMatch(known -> known.event().equals(piece.event())))
                .forEach(merged::add);
        merged.sort((a, b) -> a.event().compareTo(b.event()));
        List<Evidence> earliest = List.copyOf(merged.subList(0, Math.min(MAX_EVIDENCE, merged.size())));
        return new Sign(
                stronger(other.strongest),
                earliest,
                shared ? Math.max(total, other.total) : total + other.total,
                statement.later(other.statement));
    }

    /** Returns the sign with a strongest finding of at least this weight. */
    Sign weighingAtLeast(double weight) {
        return strongest.weight() >= weight ? this : new Sign(strongest.withWeight(weight), evidence, total, statement);
    }

    private Finding stronger(Finding other) {
        int byWeight = Double.compare(strongest.contribution(), other.contribution());
        if (byWeight == 0) {
            byWeight = Double.compare(strongest.value(), other.value());
        }
        if (byWeight == 0) {
            byWeight = other.evidence().event().compareTo(strongest.evidence().event());
        }
        return byWeight >= 0 ? strongest : other;
    }
}
