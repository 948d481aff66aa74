package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.SchemeTruth;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the alerts of one model are worth against the truth. An alert is right where it is about the subject of a scheme or its
 * evidence is an event of one; a scheme is caught where an alert is right about it. Of illegal fund-raising only what is orange or
 * red counts: below that nobody acts yet.
 *
 * @param model the model
 * @param injected schemes of its family
 * @param caught those that an alert is right about
 * @param alerts alerts of the model
 * @param right those that are right
 * @param delays from the arrival of the latest event that an alert's first revision names to the alert, milliseconds, ascending
 * @param missed kinds of the schemes that were not caught, with how many
 * @param wrong subjects and indicators of the alerts that are not right, with how many
 */
record TrialScore(
        String model,
        int injected,
        int caught,
        int alerts,
        int right,
        List<Long> delays,
        Map<String, Integer> missed,
        Map<String, Integer> wrong) {

    static final String FUND_RAISING = "illegal-fundraising";

    /** An alert's first revision, and when the latest event that it names was sent, milliseconds. */
    record First(Alert alert, long sentAt) {}

    /**
     * Scores every model that the truth knows.
     *
     * @param alerts final revisions, without those that were taken back
     * @param firsts first revisions by alert id
     * @param reported the reports of schemes
     */
    static List<TrialScore> of(
            List<SchemeTruth> truth, List<Alert> alerts, Map<String, First> firsts, SchemeReports reported) {
        Set<String> models = new TreeSet<>();
        truth.forEach(scheme -> models.add(scheme.model()));
        List<TrialScore> scores = new ArrayList<>();
        for (String model : models) {
            scores.add(of(
                    model,
                    truth,
                    alerts.stream()
                            .filter(alert -> alert.getModel().getId().equals(model))
                            .filter(alert -> alert.getLevelRank() >= leastRank(model))
                            .toList(),
                    firsts,
                    reported));
        }
        return scores;
    }

    private static int leastRank(String model) {
        return (model.equals(FUND_RAISING) ? AlertLevel.ORANGE : AlertLevel.BLUE).ordinal();
    }

    /** Scores the alerts of one model. */
    static TrialScore of(
            String model,
            List<SchemeTruth> truth,
            List<Alert> alerts,
            Map<String, First> firsts,
            SchemeReports reported) {
        Map<String, Set<SchemeTruth>> byEvent = new HashMap<>();
        Map<String, Set<SchemeTruth>> bySubject = new HashMap<>();
        for (SchemeTruth scheme : truth) {
            add(bySubject, scheme.subjectKey(), scheme);
            scheme.eventIds().forEach(event -> add(byEvent, event, scheme));
        }
        Set<SchemeTruth> caught = new LinkedHashSet<>();
        List<Long> delays = new ArrayList<>();
        Map<String, Integer> wrong = new TreeMap<>();
        int right = 0;
        for (Alert alert : alerts) {
            Set<SchemeTruth> about = new LinkedHashSet<>(
                    bySubject.getOrDefault(alert.getSubject().getName(), Set.of()));
            evidence(alert).forEach(event -> about.addAll(byEvent.getOrDefault(event, Set.of())));
            about.removeIf(scheme -> !isRight(alert, model, scheme));
            about.stream().filter(scheme -> scheme.model().equals(model)).forEach(caught::add);
            if (about.isEmpty() && !tellsOfBatch(alert, model, truth, reported)) {
                wrong.merge(alert.getSubject().getName() + " " + alert.getIndicators(), 1, Integer::sum);
                continue;
            }
            right++;
            First first = firsts.get(alert.getAlertId());
            if (first != null && first.sentAt() > 0) {
                delays.add(first.alert().getRaisedAt().toEpochMilli() - first.sentAt());
            }
        }
        Map<String, Integer> missed = new TreeMap<>();
        List<SchemeTruth> own =
                truth.stream().filter(scheme -> scheme.model().equals(model)).toList();
        own.stream()
                .filter(scheme -> !caught.contains(scheme))
                .forEach(scheme -> missed.merge(scheme.kind(), 1, Integer::sum));
        delays.sort(null);
        return new TrialScore(model, own.size(), caught.size(), alerts.size(), right, delays, missed, wrong);
    }

    /** It is right, but does not catch the scheme: that is about the batch. */
    private static boolean tellsOfBatch(Alert alert, String model, List<SchemeTruth> truth, SchemeReports reported) {
        return truth.stream().anyMatch(scheme -> scheme.model().equals(model) && reported.tellOfBatch(alert, scheme));
    }

    /** An alert of another model is right too where the scheme shows what one of its indicators names. */
    private static boolean isRight(Alert alert, String model, SchemeTruth scheme) {
        return scheme.model().equals(model) || alert.getIndicators().stream().anyMatch(scheme.also()::contains);
    }

    private static void add(Map<String, Set<SchemeTruth>> map, String key, SchemeTruth scheme) {
        map.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(scheme);
    }

    static Collection<String> evidence(Alert alert) {
        Set<String> events = new LinkedHashSet<>();
        alert.getFindings().forEach(finding -> finding.getEvidence().forEach(piece -> events.add(piece.getEventId())));
        return events;
    }

    double precision() {
        return alerts == 0 ? 0 : (double) right / alerts;
    }

    double recall() {
        return injected == 0 ? 0 : (double) caught / injected;
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    /** Returns the median delay in milliseconds; -1 where nothing was caught. */
    long medianDelay() {
        return delays.isEmpty() ? -1 : delays.get(delays.size() / 2);
    }
}
