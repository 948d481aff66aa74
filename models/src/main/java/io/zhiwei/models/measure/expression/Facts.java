package io.zhiwei.models.measure.expression;

import dev.cel.runtime.CelVariableResolver;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known about one event, by place in the vocabulary. Reused from event to event; not thread-safe. */
public final class Facts implements CelVariableResolver {

    private final Vocabulary vocabulary;
    private final Object[] blank;
    private final Object[] values;

    Facts(Vocabulary vocabulary, Object[] blank) {
        this.vocabulary = vocabulary;
        this.blank = blank;
        this.values = blank.clone();
    }

    /** Forgets the event; constants stay. */
    public void clear() {
        System.arraycopy(blank, 0, values, 0, values.length);
    }

    /** Sets a value; null means unknown. */
    public void set(Vocabulary.Word word, @Nullable Object value) {
        values[word.slot()] = value == null ? Vocabulary.UNKNOWN : value;
    }

    /** Returns a value, or null where it is unknown. */
    public @Nullable Object get(Vocabulary.Word word) {
        return get(word.slot());
    }

    @Nullable
    Object get(int slot) {
        Object value = values[slot];
        return value == Vocabulary.UNKNOWN ? null : value;
    }

    /** Resolves a name for CEL; an unknown value is absent, so that CEL's own logic absorbs it. */
    @Override
    public Optional<Object> find(String name) {
        return vocabulary.find(name).map(word -> get(word.slot()));
    }
}
