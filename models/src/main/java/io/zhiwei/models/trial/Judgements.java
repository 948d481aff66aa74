package io.zhiwei.models.trial;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.Disposition;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What people found of alerts. A confirmation and a transfer say that an alert was right, a rejection that it was not; of
 * several the last one counts. Claiming, snoozing, merging and closing say nothing about it.
 *
 * @param confirmed ids of alerts that were right
 * @param rejected ids of alerts that were not
 */
public record Judgements(Set<String> confirmed, Set<String> rejected) {

    /** Copies the sets. */
    public Judgements {
        confirmed = Set.copyOf(confirmed);
        rejected = Set.copyOf(rejected);
    }

    /** Returns what dispositions say, which stand in their order. */
    public static Judgements of(Iterable<Disposition> dispositions) {
        Set<String> confirmed = new HashSet<>();
        Set<String> rejected = new HashSet<>();
        for (Disposition one : dispositions) {
            switch (one.getAction()) {
                case CONFIRM, TRANSFER -> move(one.getAlertId(), rejected, confirmed);
                case REJECT -> move(one.getAlertId(), confirmed, rejected);
                case CLAIM, SNOOZE, MERGE, CLOSE -> {}
            }
        }
        return new Judgements(confirmed, rejected);
    }

    private static void move(String alertId, Set<String> from, Set<String> to) {
        from.remove(alertId);
        to.add(alertId);
    }

    /** Returns the share of the alerts that were right, of those that were judged. */
    public Proportion precision(Collection<Alert> alerts) {
        long right = count(alerts, confirmed);
        return new Proportion(right, right + count(alerts, rejected));
    }

    /**
     * Returns the share of what was confirmed that is among the alerts.
     *
     * @param known ids of all confirmed alerts that could be among them
     */
    public Proportion recall(Collection<Alert> alerts, Set<String> known) {
        return new Proportion(count(alerts, known), known.size());
    }

    private static long count(Collection<Alert> alerts, Set<String> ids) {
        return alerts.stream().filter(alert -> ids.contains(alert.getAlertId())).count();
    }
}
