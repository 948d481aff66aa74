package io.zhiwei.models.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measurable sign.
 *
 * @param id e.g. {@code AD-03}
 * @param name name for the reader
 * @param measure measure that finds it
 * @param role how it takes part in the score
 * @param applies condition under which the indicator exists at all; null means the model's own
 * @param when condition of the sign; for a lexicon, beside its claims; null means always
 * @param claims claims of the lexicon, any of which fires it
 * @param numbers name of the number check whose numbers are quoted
 * @param threshold name of the threshold that the measured value must reach
 * @param keyed how a keyed indicator judges events by what else happened at their entity
 * @param subject name of the subject that its findings are about; empty for the model's own
 * @param stream topic that a stateless indicator looks at
 * @param weight weight where no case holds, 0 to 100
 * @param weights conditions and weights
 * @param escalations weights from so many entities on that say the same about the subject
 * @param severity 1 to 4
 * @param kinds violation kinds that it points to
 * @param floors conditions and the level that an alert has at least
 * @param legalBasis law behind it
 * @param awaits stream that it needs and that does not exist yet; such an indicator is checked but inactive
 * @param gaps what it is known to miss
 * @param line line in the file
 */
public record Indicator(
        String id,
        LocalName name,
        Measure measure,
        Role role,
        @Nullable String applies,
        @Nullable String when,
        List<String> claims,
        @Nullable String numbers,
        @Nullable String threshold,
        @Nullable KeyedRule keyed,
        String subject,
        String stream,
        double weight,
        List<Case> weights,
        List<Escalation> escalations,
        int severity,
        List<String> kinds,
        List<Case> floors,
        List<LegalBasis> legalBasis,
        @Nullable String awaits,
        String gaps,
        int line) {

    /** The measures that an indicator can name. */
    public enum Measure {
        EXPRESSION,
        LEXICON,
        NUMBER,
        CLASSIFIER,
        WINDOW,
        LEDGER,
        REGISTRY,
        MOVEMENT,
        BASELINE,
        DISPROPORTIONALITY;

        /** Returns the name as it stands in a file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How an indicator takes part in the score. */
    public enum Role {
        /** A sign of a violation by itself. */
        SIGN,
        /** Counts only beside a sign. */
        AGGRAVATING,
        /** Told to the reader, never counted. */
        CONTEXT
    }

    /** Returns whether it looks at events of a topic. */
    boolean reads(String topic) {
        if (keyed == null) {
            return topic.equals(stream);
        }
        return keyed.feeds().stream().anyMatch(feed -> topic.equals(feed.stream()));
    }

    /** Returns whether the indicator takes part today. */
    public boolean active() {
        return awaits == null;
    }

    static Indicator read(Yaml yaml, String ownTopic) {
        Measure measure = word(yaml.get("measure"), Measure.values(), Measure.EXPRESSION);
        Indicator indicator = new Indicator(
                yaml.text("id"),
                LocalName.read(yaml.get("name")),
                measure,
                yaml.has("role") ? word(yaml.get("role"), Role.values(), Role.SIGN) : Role.SIGN,
                optional(yaml, "applies"),
                optional(yaml, "when"),
                yaml.texts("claims"),
                optional(yaml, "numbers"),
                optional(yaml, "threshold"),
                yaml.has("feeds") ? KeyedRule.read(yaml, ownTopic) : null,
                yaml.text("subject", ""),
                yaml.text("stream", ownTopic),
                yaml.number("weight"),
                Case.readAll(yaml, "weights", "weight"),
                Escalation.readAll(yaml),
                yaml.integer("severity", 1),
                yaml.texts("kinds"),
                Case.readAll(yaml, "floors", "level"),
                basis(yaml),
                optional(yaml, "awaits"),
                yaml.text("gaps", ""),
                yaml.line());
        indicator.refuseNonsense(yaml);
        yaml.refuseUnknownKeys();
        return indicator;
    }

    private void refuseNonsense(Yaml yaml) {
        if (weight < 0 || weight > 100) {
            yaml.refuse(id + ": weight " + weight + " lies outside 0 to 100.");
        }
        if (severity < 1 || severity > 4) {
            yaml.refuse(id + ": severity " + severity + " lies outside 1 to 4.");
        }
        if (legalBasis.isEmpty()) {
            yaml.refuse(id + ": legalBasis is missing. Name law, article and since.");
        }
        if (!active()) {
            return;
        }
        String needed = switch (measure) {
            case LEXICON -> claims.isEmpty() ? "claims" : "";
            case CLASSIFIER -> threshold == null ? "threshold" : "";
            case WINDOW, LEDGER, MOVEMENT, BASELINE, DISPROPORTIONALITY -> keyed == null ? "feeds and fires" : "";
            case REGISTRY -> keyed == null && when == null ? "when, or feeds and fires" : "";
            case NUMBER -> numbers == null || when == null ? "numbers and when" : "";
            case EXPRESSION -> when == null ? "when" : "";
        };
        if (!needed.isEmpty()) {
            yaml.refuse(id + ": measure '" + measure.word() + "' needs " + needed + ".");
        }
    }

    private static List<LegalBasis> basis(Yaml yaml) {
        List<LegalBasis> result = new ArrayList<>();
        yaml.list("legalBasis").forEach(item -> result.add(LegalBasis.read(item)));
        return result;
    }

    private static @Nullable String optional(Yaml yaml, String key) {
        return yaml.has(key) ? yaml.text(key) : null;
    }

    private static <E extends Enum<E>> E word(Yaml yaml, E[] known, E otherwise) {
        List<String> words = Arrays.stream(known)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = words.indexOf(yaml.text());
        if (index < 0) {
            yaml.refuse("unknown '" + yaml.text() + "'." + Problems.suggest(yaml.text(), words));
            return otherwise;
        }
        return known[index];
    }
}
