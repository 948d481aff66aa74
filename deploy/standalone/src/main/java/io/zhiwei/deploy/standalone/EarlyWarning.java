package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.Milestones;
import io.zhiwei.deploy.simulator.SchemeTruth;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertFinding;
import io.zhiwei.schemas.AlertLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How early schemes of fund-raising were warned of, in event time, and what was known of those that were not. */
final class EarlyWarning {

    /** Days after the filing line within which a yellow alert still counts as in time. */
    private static final Duration GRACE = Duration.ofDays(7);

    private final Map<String, Seen> seen = new HashMap<>();

    /** When an enterprise was first yellow and orange, and its gravest alert. */
    private record Seen(@Nullable Instant yellow, @Nullable Instant orange, Alert gravest) {}

    /**
     * What is said of all schemes.
     *
     * @param schemes schemes whose milestones are known
     * @param inTime those that were yellow before the filing line, or within a week of it
     * @param medianLeadDays median of days between the first orange alert and the collapse, of those that were orange
     * @param missed what was known of each scheme that was never orange
     */
    record Report(int schemes, int inTime, OptionalLong medianLeadDays, List<String> missed) {

        /** Returns the share of schemes that were yellow in time, 0 to 1. */
        double shareInTime() {
            return schemes == 0 ? 0 : (double) inTime / schemes;
        }
    }

    /** Notes a revision of an alert: the latest event that it tells of dates its level. */
    void note(Alert alert) {
        seen.merge(
                alert.getSubject().getName(),
                new Seen(at(alert, AlertLevel.YELLOW), at(alert, AlertLevel.ORANGE), alert),
                EarlyWarning::both);
    }

    private static @Nullable Instant at(Alert alert, AlertLevel level) {
        return alert.getLevelRank() >= level.ordinal() ? alert.getLastSeen() : null;
    }

    private static Seen both(Seen a, Seen b) {
        boolean graver = b.gravest.getLevelRank() > a.gravest.getLevelRank()
                || (b.gravest.getLevelRank() == a.gravest.getLevelRank()
                        && b.gravest.getScore() > a.gravest.getScore());
        return new Seen(earlier(a.yellow, b.yellow), earlier(a.orange, b.orange), graver ? b.gravest : a.gravest);
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }

    /** Holds what was noted against the truth. */
    Report report(List<SchemeTruth> truth, Map<String, Milestones> milestones) {
        List<Long> leads = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        int schemes = 0;
        int inTime = 0;
        for (SchemeTruth scheme : truth) {
            Milestones known = milestones.get(scheme.schemeId());
            if (known == null) {
                continue;
            }
            schemes++;
            Seen told = seen.get(scheme.subjectKey());
            inTime += told != null && isInTime(told.yellow, known.filing()) ? 1 : 0;
            if (told == null || told.orange == null) {
                missed.add(explained(scheme, known, told));
            } else if (known.collapse() != null) {
                leads.add(Duration.between(told.orange, known.collapse()).toDays());
            }
        }
        leads.sort(null);
        OptionalLong median = leads.isEmpty() ? OptionalLong.empty() : OptionalLong.of(leads.get(leads.size() / 2));
        return new Report(schemes, inTime, median, missed);
    }

    private static boolean isInTime(@Nullable Instant yellow, @Nullable Instant filing) {
        return yellow != null && (filing == null || !yellow.isAfter(filing.plus(GRACE)));
    }

    private static String explained(SchemeTruth scheme, Milestones known, @Nullable Seen told) {
        String what = scheme.schemeId() + " (" + scheme.eventIds().size() + " events from " + scheme.firstTime()
                + " to "
                + scheme.lastTime() + ", filing line " + (known.filing() == null ? "never reached" : known.filing())
                + "): ";
        if (told == null) {
            return what + "no alert at all";
        }
        Alert alert = told.gravest;
        String findings = alert.getFindings().stream()
                .filter(finding -> finding.getWeight() > 0)
                .map(EarlyWarning::weighed)
                .collect(Collectors.joining(" "));
        return what
                + String.format(
                        Locale.ROOT,
                        "at most %s, score %.1f, tests %s, findings %s",
                        alert.getLevel(),
                        alert.getScore(),
                        alert.getKinds(),
                        findings);
    }

    private static String weighed(AlertFinding finding) {
        return String.format(Locale.ROOT, "%s(%.0f)", finding.getIndicator(), finding.getWeight());
    }
}
