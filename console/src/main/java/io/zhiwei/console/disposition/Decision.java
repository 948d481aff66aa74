package io.zhiwei.console.disposition;

import io.zhiwei.console.alert.AlertQuery;
import io.zhiwei.schemas.DispositionAction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person sends from an alert's page.
 *
 * @param revision revision that the page showed
 * @param levelRank level that the page showed, 0 to 4; null where the form does not say it
 * @param seen id of the latest decision that the page showed; empty where it showed none
 * @param action what is decided
 * @param reason why
 * @param agency TRANSFER: who receives it
 * @param until SNOOZE: day on which it comes back
 * @param into MERGE: alert that takes this one up
 */
public record Decision(
        long revision,
        @Nullable Integer levelRank,
        String seen,
        DispositionAction action,
        String reason,
        @Nullable String agency,
        @Nullable LocalDate until,
        @Nullable String into) {

    private static final int LONGEST_REASON = 2000;

    /** Strips what was typed, and takes what a form left out as empty. */
    public Decision {
        seen = orEmpty(seen);
        reason = orEmpty(reason).strip();
        agency = blankToNull(agency);
        into = blankToNull(into);
    }

    /** Returns the message key of what is missing or wrong, or empty where the decision is complete. */
    public Optional<String> problem(String alertId, LocalDate today) {
        if (reason.length() > LONGEST_REASON) {
            return Optional.of("decide.problem.long");
        }
        if (reason.isEmpty() && action != DispositionAction.CLAIM) {
            return Optional.of("decide.problem.reason");
        }
        return Optional.ofNullable(
                switch (action) {
                    case TRANSFER -> agency == null ? "decide.problem.agency" : null;
                    case SNOOZE -> until == null || !until.isAfter(today) ? "decide.problem.until" : null;
                    case MERGE -> into == null || into.equals(alertId) ? "decide.problem.into" : null;
                    case CLAIM, CONFIRM, REJECT, CLOSE -> null;
                });
    }

    /** Returns the start of the day on which a snoozed alert comes back. */
    @Nullable
    Instant wakes() {
        return action == DispositionAction.SNOOZE && until != null
                ? until.atStartOfDay(AlertQuery.CHINA).toInstant()
                : null;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
