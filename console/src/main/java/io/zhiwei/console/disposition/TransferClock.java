package io.zhiwei.console.disposition;

import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.DispositionAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a transfer of a suspected crime to the police, 行政执法机关移送涉嫌犯罪案件的规定 (2020): it runs from the
 * confirmation of an alert. Days are calendar days.
 *
 * @param stages the steps that have a period, in their order
 */
public record TransferClock(List<Stage> stages) {

    /** The head of the agency decides within three days of the report, art 5. */
    private static final Duration DECIDE = Duration.ofDays(3);
    /** What was decided is handed over within a day, art 5. */
    private static final Duration HAND_OVER = Duration.ofHours(24);
    /** The police decide whether to file within three days of receipt, art 8. */
    private static final Duration FILE = Duration.ofDays(3);

    /**
     * A step of the transfer.
     *
     * @param name DECIDE, HAND_OVER, FILE
     * @param due when its period ends
     * @param done when it was done; null where that is not known here
     */
    public record Stage(String name, Instant due, @Nullable Instant done) {

        /** Returns whether its period has ended without it. */
        public boolean isPast(Instant now) {
            return done == null && due.isBefore(now);
        }
    }

    /** Returns the clock that the decisions about an alert have started; empty where none has. */
    public static Optional<TransferClock> of(List<Disposition> decided) {
        Optional<Instant> transferred = latest(decided, DispositionAction.TRANSFER);
        if (transferred.isPresent()) {
            Instant at = transferred.get();
            Instant reported = latest(decided, DispositionAction.CONFIRM)
                    .filter(confirmed -> confirmed.isBefore(at))
                    .orElse(at);
            Instant handedOver = at.plus(HAND_OVER);
            return Optional.of(new TransferClock(List.of(
                    new Stage("DECIDE", reported.plus(DECIDE), at),
                    new Stage("HAND_OVER", handedOver, null),
                    new Stage("FILE", handedOver.plus(FILE), null))));
        }
        return Optional.ofNullable(decided.isEmpty() ? null : decided.get(decided.size() - 1))
                .filter(last -> last.getAction() == DispositionAction.CONFIRM)
                .map(confirmed -> new TransferClock(
                        List.of(new Stage("DECIDE", confirmed.getWhen().plus(DECIDE), null))));
    }

    private static Optional<Instant> latest(List<Disposition> decided, DispositionAction action) {
        return decided.stream()
                .filter(one -> one.getAction() == action)
                .map(Disposition::getWhen)
                .reduce((one, later) -> later);
    }
}
