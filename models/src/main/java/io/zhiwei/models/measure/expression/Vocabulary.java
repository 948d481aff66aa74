package io.zhiwei.models.measure.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that a model's expressions may use, each with its type and its place among the facts. */
public final class Vocabulary {

    /**
     * A name.
     *
     * @param name dotted name, e.g. {@code views} or {@code claims.V07}
     * @param type its type
     * @param slot its place among the facts
     * @param symbols the only texts it can hold; empty where any text can be
     */
    public record Word(String name, ValueType type, int slot, Set<String> symbols) {}

    private final Map<String, Word> words = new LinkedHashMap<>();
    private final List<Object> constants = new ArrayList<>();

    /** Adds a name and returns it; a name that is there already is refused. */
    public Word add(String name, ValueType type) {
        return add(name, type, Set.of());
    }

    /** Adds a name that can hold only some texts. */
    public Word add(String name, ValueType type, Set<String> symbols) {
        if (words.containsKey(name)) {
            throw new IllegalArgumentException("the name '" + name + "' is taken already. Choose another.");
        }
        Word word = new Word(name, type, words.size(), symbols);
        words.put(name, word);
        constants.add(UNKNOWN);
        return word;
    }

    /** Adds a name whose value is the same for every event. */
    public Word addConstant(String name, ValueType type, Object value) {
        Word word = add(name, type);
        constants.set(word.slot(), value);
        return word;
    }

    /** Returns the name, if it is known. */
    public Optional<Word> find(String name) {
        return Optional.ofNullable(words.get(name));
    }

    /** Returns all names in the order of their places. */
    public Map<String, Word> words() {
        return Collections.unmodifiableMap(words);
    }

    /** Makes an empty set of facts: all unknown but for the constants. */
    public Facts newFacts() {
        return new Facts(this, constants.toArray());
    }

    /** Marks a place without a value. */
    static final Object UNKNOWN = new Object() {
        @Override
        public String toString() {
            return "unknown";
        }
    };
}
