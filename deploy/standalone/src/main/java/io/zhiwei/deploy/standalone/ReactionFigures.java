package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.SchemeTruth;
import io.zhiwei.schemas.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * How soon adverse reactions are told, in event time.
 *
 * @param signals injected reactions that are new
 * @param signalsTold those that a statistical signal told
 * @param signalAlerts alerts with a statistical signal
 * @param signalAlertsRight those about an injected harm
 * @param medianDays median of days from a reaction's first report to its signal
 * @param medianReports median of its reports until then
 * @param clusters injected clusters of three reports and more with one batch
 * @param clustersInTime those that were told within a day of the third report
 */
record ReactionFigures(
        int signals,
        int signalsTold,
        int signalAlerts,
        int signalAlertsRight,
        OptionalDouble medianDays,
        OptionalInt medianReports,
        int clusters,
        int clustersInTime) {

    private static final Set<String> NEW_REACTIONS = Set.of("AW-01");
    private static final Set<String> CLUSTERS = Set.of("AW-07", "AW-08", "AW-09", "AW-13", "AW-25");
    private static final int THIRD = 2;

    /**
     * Counts.
     *
     * @param reported the reports of schemes
     * @param standing final revisions of alerts, without those that were taken back
     */
    static ReactionFigures of(
            List<SchemeTruth> truth, SchemeReports reported, List<Alert> standing, FirstSigns firsts) {
        List<Double> days = new ArrayList<>();
        List<Integer> reports = new ArrayList<>();
        int signals = 0;
        int clusters = 0;
        int inTime = 0;
        for (SchemeTruth scheme : truth) {
            List<Instant> cases = cases(scheme, reported);
            if (NEW_REACTIONS.contains(scheme.kind())) {
                signals++;
                told(scheme, SchemeReports.STATISTICAL, firsts).ifPresent(time -> {
                    days.add(Duration.between(cases.get(0), time).toMinutes() / 1440.0);
                    reports.add((int)
                            cases.stream().filter(one -> !one.isAfter(time)).count());
                });
            }
            if (CLUSTERS.contains(scheme.kind()) && cases.size() > THIRD) {
                clusters++;
                Instant until = cases.get(THIRD).plus(Duration.ofDays(1));
                Optional<Instant> told = told(scheme, CLUSTERS, firsts);
                inTime += told.isPresent() && !told.get().isAfter(until) ? 1 : 0;
            }
        }
        List<Alert> statistical = standing.stream()
                .filter(alert -> alert.getIndicators().stream().anyMatch(SchemeReports.STATISTICAL::contains))
                .toList();
        Set<String> subjects = new TreeSet<>();
        truth.forEach(scheme -> subjects.add(scheme.subjectKey()));
        int right = (int) statistical.stream()
                .filter(alert -> subjects.contains(alert.getSubject().getName())
                        || truth.stream().anyMatch(scheme -> reported.tellOfBatch(alert, scheme)))
                .count();
        days.sort(null);
        reports.sort(null);
        return new ReactionFigures(
                signals,
                days.size(),
                statistical.size(),
                right,
                days.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(days.get(days.size() / 2)),
                reports.isEmpty() ? OptionalInt.empty() : OptionalInt.of(reports.get(reports.size() / 2)),
                clusters,
                inTime);
    }

    private static List<Instant> cases(SchemeTruth scheme, SchemeReports reported) {
        return scheme.eventIds().stream()
                .distinct()
                .map(event -> reported.received(event, scheme.firstTime()))
                .sorted()
                .toList();
    }

    /** Returns when an indicator first told of a scheme: an event of it is named, or its subject from its first event on. */
    private static Optional<Instant> told(SchemeTruth scheme, Set<String> indicators, FirstSigns firsts) {
        Set<String> events = Set.copyOf(scheme.eventIds());
        return firsts.signs().stream()
                .filter(sign -> indicators.contains(sign.indicator()))
                .filter(sign -> isAbout(sign, scheme, events))
                .map(FirstSigns.Sign::time)
                .filter(time -> !time.isBefore(scheme.firstTime()))
                .min(Instant::compareTo);
    }

    private static boolean isAbout(FirstSigns.Sign sign, SchemeTruth scheme, Set<String> events) {
        return sign.alert().getSubject().getName().equals(scheme.subjectKey())
                || TrialScore.evidence(sign.alert()).stream().anyMatch(events::contains);
    }
}
