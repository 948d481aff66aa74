package io.zhiwei.console.report;

import io.zhiwei.console.alert.AlertView;
import io.zhiwei.console.alert.Scope;
import io.zhiwei.models.trial.Evaluation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was warned of in a period and what became of it. Counts the alerts that were raised within the period, as they stand
 * now. Nothing in it depends on the clock: the same alerts give the same report.
 *
 * @param period when the alerts were raised
 * @param scope what the reader may know of
 * @param agency lead agency that the report is narrowed to; null: all
 * @param region GB/T 2260 code that it is narrowed to; null: all
 * @param alerts number of alerts
 * @param before number of alerts of the period before
 * @param levels by level: red, orange, yellow, blue
 * @param subjects number of subjects that the alerts are about
 * @param models by model
 * @param places by district, each followed by its functional zones
 * @param agencies by lead agency
 * @param indicators indicators that fired most
 * @param statuses by status
 * @param days by day
 * @param topSubjects subjects with most alerts
 * @param gravest red and orange alerts, gravest first
 * @param overdue alerts whose review clock ran out by the end of the period and that nobody has judged, oldest clock first
 * @param overdueAlerts number of all of them
 */
public record Report(
        Period period,
        Scope scope,
        @Nullable String agency,
        @Nullable String region,
        long alerts,
        long before,
        List<Long> levels,
        long subjects,
        List<Row> models,
        List<Row> places,
        List<Row> agencies,
        List<Row> indicators,
        List<Row> statuses,
        List<Row> days,
        List<Row> topSubjects,
        List<AlertView> gravest,
        List<AlertView> overdue,
        long overdueAlerts) {

    /** Statuses of alerts that a person found to be right. */
    private static final Set<String> RIGHT = Set.of("CONFIRMED", "TRANSFERRED");

    private static final Set<String> WRONG = Set.of("REJECTED");

    private static final int SHOWN_OF_THE_HASH = 16;

    /**
     * One line of a table.
     *
     * @param key what is counted, e.g. the id of a model
     * @param zone functional zone; empty where the line is about none
     * @param name name of it
     * @param alerts number of alerts
     * @param before number of the period before; null where that is not asked
     * @param levels by level: red, orange, yellow, blue
     */
    public record Row(
            String key,
            String zone,
            String name,
            long alerts,
            @Nullable Long before,
            List<Long> levels) {}

    /** Returns the alerts that were judged, right against wrong, with the interval of their precision; empty where none was. */
    public Optional<Evaluation> judged() {
        int right = with(RIGHT);
        int wrong = with(WRONG);
        return right + wrong == 0 ? Optional.empty() : Optional.of(new Evaluation("", right, wrong, 0, 0, List.of()));
    }

    private int with(Set<String> wanted) {
        return (int) statuses.stream()
                .filter(row -> wanted.contains(row.key()))
                .mapToLong(Row::alerts)
                .sum();
    }

    /** Returns what two reports share exactly if they say the same: sixteen hexadecimal digits of a SHA-256. */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SHOWN_OF_THE_HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Returns the lines of a table by its name. */
    public List<Row> rows(String table) {
        return switch (table) {
            case "models" -> models;
            case "places" -> places;
            case "agencies" -> agencies;
            case "statuses" -> statuses;
            case "indicators" -> indicators;
            case "topSubjects" -> topSubjects;
            case "days" -> days;
            default -> throw new IllegalArgumentException("A report has no table " + table);
        };
    }
}
