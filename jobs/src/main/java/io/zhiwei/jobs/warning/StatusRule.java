package io.zhiwei.jobs.warning;

import io.zhiwei.schemas.AlertStatus;
import io.zhiwei.schemas.Disposition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an alert stands after the latest decision about it. Depends on nothing else, so that a replay of the topics comes to the
 * same. What takes an alert off the list holds for the level that was seen: a graver one opens it again.
 */
final class StatusRule {

    private StatusRule() {}

    /**
     * Returns the status.
     *
     * @param latest latest decision; null where nobody has decided
     * @param levelRank level of the alert now
     */
    static AlertStatus status(@Nullable Disposition latest, int levelRank, Instant now) {
        if (latest == null) {
            return AlertStatus.OPEN;
        }
        return switch (latest.getAction()) {
            case CLAIM -> AlertStatus.CLAIMED;
            case CONFIRM -> AlertStatus.CONFIRMED;
            case TRANSFER -> AlertStatus.TRANSFERRED;
            case MERGE -> AlertStatus.MERGED;
            case REJECT -> unlessGraver(latest, levelRank, AlertStatus.REJECTED);
            case CLOSE -> unlessGraver(latest, levelRank, AlertStatus.CLOSED);
            case SNOOZE ->
                isOver(latest, now) ? AlertStatus.OPEN : unlessGraver(latest, levelRank, AlertStatus.SNOOZED);
        };
    }

    private static AlertStatus unlessGraver(Disposition latest, int levelRank, AlertStatus status) {
        Integer seen = latest.getLevelRank();
        return seen != null && levelRank > seen ? AlertStatus.OPEN : status;
    }

    private static boolean isOver(Disposition snooze, Instant now) {
        return snooze.getUntil() == null || !now.isBefore(snooze.getUntil());
    }
}
