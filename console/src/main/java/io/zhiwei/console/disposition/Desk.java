package io.zhiwei.console.disposition;

import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.DispositionAction;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Where decisions are taken in, one at a time. A person who has not seen the latest decision about an alert is told of it
 * instead of overruling it by accident; having seen it, they may decide otherwise.
 */
@Component
public final class Desk {

    private final DispositionLog log;
    private final Clock clock;

    /** Takes decisions into a log. */
    public Desk(DispositionLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Appends a complete decision, unless somebody else has decided what the person has not seen.
     *
     * @return that other decision; empty where this one was appended, or had been by an earlier click
     */
    public synchronized Optional<Disposition> decide(String alertId, Decision decision, String who) {
        List<Disposition> known = log.of(alertId);
        if (!known.isEmpty()) {
            Disposition latest = known.get(known.size() - 1);
            boolean unseen = !latest.getDispositionId().equals(decision.seen());
            if (unseen && repeats(latest, decision, who)) {
                return Optional.empty();
            }
            if (unseen && !latest.getWho().equals(who)) {
                return Optional.of(latest);
            }
        }
        log.append(disposition(alertId, decision, who));
        return Optional.empty();
    }

    private static boolean repeats(Disposition latest, Decision decision, String who) {
        return latest.getWho().equals(who)
                && latest.getAction() == decision.action()
                && latest.getRevision() == decision.revision()
                && latest.getReason().equals(decision.reason());
    }

    private Disposition disposition(String alertId, Decision decision, String who) {
        DispositionAction action = decision.action();
        return Disposition.newBuilder()
                .setDispositionId(UUID.randomUUID().toString())
                .setAlertId(alertId)
                .setRevision(decision.revision())
                .setLevelRank(decision.levelRank())
                .setAction(action)
                .setWho(who)
                .setWhen(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setReason(decision.reason())
                .setAgency(action == DispositionAction.TRANSFER ? decision.agency() : null)
                .setUntil(decision.wakes())
                .setInto(action == DispositionAction.MERGE ? decision.into() : null)
                .build();
    }
}
