package io.zhiwei.console.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where alerts are searched; nothing outside a scope is found or counted. Every method throws {@link UnavailableException} while it cannot be reached. */
public interface AlertIndex {

    /** Returns a page of alerts, newest first, from a place on or from the top. */
    AlertPage list(Scope scope, AlertQuery query, @Nullable Cursor after);

    /** Returns the newest revision of an alert. */
    Optional<AlertView> find(Scope scope, String alertId);

    /** Returns other alerts about the same subject, newest first, at most twenty. */
    List<AlertView> othersOf(Scope scope, AlertView alert);

    /** Returns alerts of the same model about other subjects that share most with an alert, the likest first, at most ten. */
    List<AlertView> similarTo(Scope scope, AlertView alert);

    /** Returns what lists do not show. */
    Unlisted unlisted(Scope scope);

    /**
     * What lists do not show, or show only as a number.
     *
     * @param repeats events that were added to an alert that stood already
     * @param capped pieces of evidence beyond the cap of their finding
     * @param snoozed alerts that come back by the clock
     * @param merged alerts in the case of another
     * @param late events that came too late to be judged
     */
    record Unlisted(long repeats, long capped, long snoozed, long merged, long late) {}

    /** Returns the agencies that lead alerts. */
    List<String> agencies(Scope scope);

    /**
     * Returns those of some alerts that are of a model and began in a period.
     *
     * @param from inclusive
     * @param to exclusive
     */
    Set<String> among(Scope scope, String modelId, Instant from, Instant to, Set<String> alertIds);

    /** Returns how many of some alerts each model raised, and each indicator shares in. */
    List<ModelCounts> counts(Scope scope, Set<String> alertIds);

    /**
     * How many of some alerts are of a model.
     *
     * @param indicators how many of them an indicator shares in, by its id
     */
    record ModelCounts(String modelId, long alerts, Map<String, Long> indicators) {}

    /** Returns what a version has raised in the shadow since a time, beside the version in force. */
    ShadowRun shadow(Scope scope, String modelId, int version, Instant since);

    /** Returns how many of some alerts a filter lets through. */
    long count(Scope scope, AlertQuery query, Set<String> alertIds);

    /** Returns the counts behind the overview. */
    Overview overview(Scope scope, AlertQuery query);

    /** Elasticsearch or Kafka cannot be reached; the page says so and can be loaded again. */
    final class UnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Names what cannot be reached. */
        public UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
