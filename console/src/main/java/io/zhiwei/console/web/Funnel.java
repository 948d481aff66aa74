package io.zhiwei.console.web;

import io.zhiwei.console.alert.AlertIndex;
import io.zhiwei.console.alert.AlertQuery;
import io.zhiwei.console.alert.Scope;
import io.zhiwei.models.trial.Judgements;
import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.DispositionAction;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of the alerts of a filter: each step counts alerts of the one before it.
 *
 * @param alerts all of them
 * @param decided those that somebody has decided about
 * @param confirmed those that were confirmed, transferred ones included
 * @param transferred those that were handed to another agency
 */
record Funnel(long alerts, long decided, long confirmed, long transferred) {

    static Funnel of(long alerts, List<Disposition> decided, AlertIndex index, Scope scope, AlertQuery query) {
        Judgements judgements = Judgements.of(decided);
        Set<String> touched = ids(decided);
        Set<String> handedOver = ids(decided.stream()
                .filter(one -> one.getAction() == DispositionAction.TRANSFER)
                .filter(one -> judgements.confirmed().contains(one.getAlertId()))
                .toList());
        return new Funnel(
                alerts,
                index.count(scope, query, touched),
                index.count(scope, query, judgements.confirmed()),
                index.count(scope, query, handedOver));
    }

    private static Set<String> ids(List<Disposition> decided) {
        return decided.stream().map(Disposition::getAlertId).collect(Collectors.toSet());
    }

    /** Returns the share of all alerts that a number is, in percent. */
    public long percent(long part) {
        return alerts == 0 ? 0 : Math.round(100.0 * part / alerts);
    }
}
