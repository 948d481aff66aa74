package io.zhiwei.jobs.warning;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps by which an alert came to stand where it does. Only what changes where it stands is a step. */
final class AlertHistory {

    /** An alert that goes to and fro keeps its beginning and its latest steps. */
    static final int MOST = 30;

    private AlertHistory() {}

    /**
     * Returns the steps up to a revision.
     *
     * @param before revision that was told before; null where this is the first
     * @param now the revision
     */
    static List<AlertStep> upTo(@Nullable Alert before, Alert now) {
        List<AlertStep> steps = new ArrayList<>();
        if (before != null) {
            steps.addAll(before.getHistory());
            if (steps.isEmpty()) {
                // Told before there was a history.
                steps.add(step(before));
            }
            if (standsAsBefore(before, now)) {
                return steps;
            }
        }
        steps.add(step(now));
        if (steps.size() > MOST) {
            steps.remove(1);
        }
        return steps;
    }

    private static boolean standsAsBefore(Alert before, Alert now) {
        return before.getLevel() == now.getLevel()
                && before.getStatus() == now.getStatus()
                && before.getModel().getVersion() == now.getModel().getVersion();
    }

    private static AlertStep step(Alert alert) {
        return AlertStep.newBuilder()
                .setAt(Instant.ofEpochMilli(alert.getRevision()))
                .setLevel(alert.getLevel())
                .setScore(alert.getScore())
                .setStatus(alert.getStatus())
                .setVersion(alert.getModel().getVersion())
                .setOccurrences(alert.getOccurrences())
                .build();
    }
}
