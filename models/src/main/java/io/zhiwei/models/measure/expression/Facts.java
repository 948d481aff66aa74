package io.zhiwei.models.measure.expression;

import dev.cel.runtime.CelVariableResolver;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one event, by place in the vocabulary. A value may be left to be computed when it is asked for first.
 * Reused from event to event; not thread-safe.
 */
public final class Facts implements CelVariableResolver {

    /** A value that is computed when it is asked for first; made once and reused from event to event. */
    public abstract static class Later {

        /** Returns the value, or null where it is unknown. */
        protected abstract @Nullable Object value();
    }

    private final Vocabulary vocabulary;
    private final Object[] blank;
    private final Object[] values;
    /** Member of a list that is being looked through. */
    private @Nullable Object member;

    Facts(Vocabulary vocabulary, Object[] blank) {
        this.vocabulary = vocabulary;
        this.blank = blank;
        this.values = blank.clone();
    }

    /** Forgets the event; constants stay, and what was left to be computed is so again. */
    public void clear() {
        System.arraycopy(blank, 0, values, 0, values.length);
    }

    /** Sets a value; null means unknown. */
    public void set(Vocabulary.Word word, @Nullable Object value) {
        values[word.slot()] = value == null ? Vocabulary.UNKNOWN : value;
    }

    /** Leaves a value of this event and of all that follow to be computed. */
    public void leave(Vocabulary.Word word, Later later) {
        blank[word.slot()] = later;
        values[word.slot()] = later;
    }

    /** Leaves it open whether another value is known until somebody asks. */
    public void leaveKnown(Vocabulary.Word known, Vocabulary.Word of) {
        leave(known, new Later() {
            @Override
            protected Object value() {
                return get(of) != null;
            }
        });
    }

    /** Returns a value, or null where it is unknown. */
    public @Nullable Object get(Vocabulary.Word word) {
        return get(word.slot());
    }

    @Nullable
    Object get(int slot) {
        Object value = values[slot];
        if (value instanceof Later later) {
            Object computed = later.value();
            values[slot] = computed == null ? Vocabulary.UNKNOWN : computed;
            return computed;
        }
        return value == Vocabulary.UNKNOWN ? null : value;
    }

    @Nullable
    Object member() {
        return member;
    }

    /** Sets the member of a list that is being looked through, and returns the one before. */
    @Nullable
    Object exchangeMember(@Nullable Object now) {
        Object before = member;
        member = now;
        return before;
    }

    /** Resolves a name for CEL; an unknown value is absent, so that CEL's own logic absorbs it. */
    @Override
    public Optional<Object> find(String name) {
        return vocabulary.find(name).map(word -> get(word.slot()));
    }
}
