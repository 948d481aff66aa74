package io.zhiwei.console.alert;

import java.util.List;
import java.util.function.Function;

/**
 * Counts of alerts.
 *
 * @param alerts all of them
 * @param places by district and zone
 * @param days by day of the last event, Chinese time
 * @param models by model and level
 * @param statuses by status
 * @param subjects subjects with most alerts
 * @param overdue those whose review clock has run out, by level: red, orange, yellow, blue
 * @param overdueAgencies those, by the agency that leads
 */
public record Overview(
        long alerts,
        List<Place> places,
        List<Day> days,
        List<ModelCount> models,
        List<Count> statuses,
        List<SubjectCount> subjects,
        List<Long> overdue,
        List<Count> overdueAgencies) {

    /** Returns the same counts with other names of the places. */
    public Overview naming(Function<Place, String> name) {
        return new Overview(
                alerts,
                places.stream()
                        .map(one -> new Place(one.code, one.zone, name.apply(one), one.alerts, one.highest))
                        .toList(),
                days,
                models,
                statuses,
                subjects,
                overdue,
                overdueAgencies);
    }

    /** Alerts of one district, or of one zone where {@code zone} is not empty, with the highest level. */
    public record Place(String code, String zone, String name, long alerts, int highest) {}

    /** Alerts of one day, by level: red, orange, yellow, blue. */
    public record Day(String date, List<Long> levels) {}

    /** Alerts of one model, by level: red, orange, yellow, blue. */
    public record ModelCount(String id, String name, List<Long> levels) {}

    /** A name and how often it occurs. */
    public record Count(String name, long alerts) {}

    /** A subject and its alerts. */
    public record SubjectCount(String id, String name, long alerts, double score) {}
}
