package io.zhiwei.models.measure.expression;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression over facts. Unknown is unknown: a comparison with an unknown value is unknown, "and" and "or"
 * follow three-valued logic, and an unknown condition does not hold.
 */
public final class Expression {

    private final String source;
    private final ValueType type;
    private final Term term;
    private final boolean fast;
    private final List<Vocabulary.Word> words;

    Expression(String source, ValueType type, Term term, boolean fast, List<Vocabulary.Word> words) {
        this.source = source;
        this.type = type;
        this.term = term;
        this.fast = fast;
        this.words = List.copyOf(words);
    }

    /** One node of the expression: its value, or null where that is unknown. */
    interface Term {
        @Nullable
        Object value(Facts facts);
    }

    /** Returns the value for an event, or null where it is unknown. */
    public @Nullable Object value(Facts facts) {
        return term.value(facts);
    }

    /** Returns whether a condition is known to hold. */
    public boolean holds(Facts facts) {
        return Boolean.TRUE.equals(term.value(facts));
    }

    /** Returns the text of the expression. */
    public String source() {
        return source;
    }

    /** Returns the type of its value. */
    public ValueType type() {
        return type;
    }

    /** Returns whether it runs without the general interpreter. */
    public boolean isFast() {
        return fast;
    }

    /** Returns the names that the expression looks at. */
    public Set<String> names() {
        return words.stream().map(Vocabulary.Word::name).collect(Collectors.toSet());
    }

    /** Returns the values that the expression looks at, for the reader: {@code views = 1200; medium = TV}. */
    public String describe(Facts facts) {
        return words.stream()
                .filter(word -> !word.name().startsWith("known."))
                .map(word -> word.name() + " = " + facts.get(word))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
