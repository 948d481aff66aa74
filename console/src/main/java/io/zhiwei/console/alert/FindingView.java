package io.zhiwei.console.alert;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator that fired.
 *
 * @param indicator its id
 * @param name Chinese name
 * @param value what was measured, in {@code unit}
 * @param threshold from where it fires, in {@code unit}
 * @param weight 0 to 100
 * @param confidence 0 to 1
 * @param legalBasis law and article
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FindingView(
        String indicator,
        String name,
        String measure,
        double value,
        double threshold,
        String unit,
        double weight,
        double confidence,
        int severity,
        List<String> legalBasis,
        List<Evidence> evidence) {

    /** Fills in lists that a document does not carry. */
    public FindingView {
        legalBasis = AlertView.orEmpty(legalBasis);
        evidence = AlertView.orEmpty(evidence);
    }

    /**
     * One event that supports the finding.
     *
     * @param field field of the event that is quoted
     * @param excerpt original text
     * @param highlights parts of it that matched
     * @param note the plain form of what was disguised, or what was compared
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Evidence(
            String eventId,
            String topic,
            Instant time,
            @Nullable String field,
            String excerpt,
            List<Span> highlights,
            @Nullable String note) {

        /** Fills in lists that a document does not carry. */
        public Evidence {
            highlights = AlertView.orEmpty(highlights);
        }

        /** Returns the excerpt cut at its highlights; put together, the pieces are the excerpt. */
        public List<Piece> pieces() {
            List<Piece> pieces = new ArrayList<>();
            int at = 0;
            for (Span span : highlights.stream()
                    .sorted(Comparator.comparingInt(Span::start))
                    .toList()) {
                int start = Math.min(Math.max(span.start(), at), excerpt.length());
                int end = Math.min(Math.max(span.end(), start), excerpt.length());
                add(pieces, at, start, false);
                add(pieces, start, end, true);
                at = end;
            }
            add(pieces, at, excerpt.length(), false);
            return pieces;
        }

        private void add(List<Piece> pieces, int start, int end, boolean marked) {
            if (end > start) {
                pieces.add(new Piece(excerpt.substring(start, end), marked));
            }
        }
    }

    /** Part of an excerpt, UTF-16 offsets, end exclusive. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Span(int start, int end) {}

    /** Text that did or did not match. */
    public record Piece(String text, boolean marked) {}
}
