package io.zhiwei.console.alert;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One revision of an alert, as a page shows it. Fields are those of the contract {@code Alert}; lists are never null.
 *
 * @param region place of the earliest event; null where unknown
 * @param location where that is; null where unknown
 * @param leadAgency agency that takes the lead by the model
 * @param transferredTo agencies to which it was handed, the latest last
 * @param history how it came to stand where it does, oldest first
 * @param held whether the level is an earlier one that the subject keeps
 * @param index index of the model; null where it has none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AlertView(
        String alertId,
        long revision,
        ModelName model,
        Subject subject,
        String level,
        int levelRank,
        double score,
        boolean held,
        String status,
        Instant firstSeen,
        Instant lastSeen,
        Instant raisedAt,
        Instant dueAt,
        @Nullable Region region,
        @Nullable Location location,
        String leadAgency,
        List<String> transferredTo,
        List<String> kinds,
        boolean evasion,
        double multiplier,
        List<String> factors,
        @Nullable IndexView index,
        List<FigureView> figures,
        List<FindingView> findings,
        List<String> exemptions,
        List<Particular> particulars,
        long occurrences,
        long suppressed,
        List<Step> history) {

    /** Fills in lists that a document does not carry. */
    public AlertView {
        transferredTo = orEmpty(transferredTo);
        kinds = orEmpty(kinds);
        factors = orEmpty(factors);
        figures = orEmpty(figures);
        findings = orEmpty(findings);
        exemptions = orEmpty(exemptions);
        particulars = orEmpty(particulars);
        history = orEmpty(history);
    }

    /** The model version that made the alert. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ModelName(String id, int version, String name, String nameEn) {}

    /** The entity that the alert is about. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Subject(String kind, String id, String name) {}

    /**
     * A district or functional zone.
     *
     * @param code GB/T 2260 code
     * @param zone functional zone; null outside one
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Region(String code, @Nullable String zone, String name) {}

    /** WGS-84 degrees. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Location(double lat, double lon) {}

    /**
     * A revision that changed level, status or model version.
     *
     * @param at when it was made
     * @param score 0 to 100
     * @param occurrences events until then
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Step(Instant at, String level, double score, String status, int version, long occurrences) {}

    /** A field of the earliest event, for the reader. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Particular(String name, String value) {}

    /** Returns the name of the subject, or its id where it has none. */
    public String title() {
        return subject.name().isBlank() ? subject.id() : subject.name();
    }

    /** Returns the agency that has it now. */
    public String holder() {
        return transferredTo.isEmpty() ? leadAgency : transferredTo.get(transferredTo.size() - 1);
    }

    /** Returns all agencies that have had it, in their order. */
    public List<String> agencies() {
        return Stream.concat(Stream.of(leadAgency), transferredTo.stream()).toList();
    }

    /** Returns whether the review clock has run out on an alert that nobody has taken further. */
    public boolean overdue(Instant now) {
        return dueAt.isBefore(now) && AlertQuery.UNDECIDED.contains(status);
    }

    /** Returns the ids of the indicators that fired. */
    public List<String> indicators() {
        return findings.stream().map(FindingView::indicator).toList();
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
