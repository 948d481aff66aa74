package io.zhiwei.models.registry;

import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.definition.Yaml;
import io.zhiwei.models.measure.expression.ValueType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The kinds of registry records and the types of their attributes: data, {@code reference/registry.yaml}. */
public final class RegistryKinds {

    /** Where the table lies beside the model library. */
    public static final Path FILE = Path.of("reference", "registry.yaml");

    private static final Map<String, ValueType> TYPES = Map.of(
            "text", ValueType.TEXT,
            "date", ValueType.WHOLE,
            "flag", ValueType.FLAG,
            "texts", ValueType.TEXTS,
            "number", ValueType.NUMBER);

    private final Map<String, Map<String, ValueType>> kinds;

    private RegistryKinds(Map<String, Map<String, ValueType>> kinds) {
        this.kinds = kinds;
    }

    /**
     * Reads the table; what is wrong is noted with its line.
     *
     * @throws IOException if it cannot be read
     */
    public static RegistryKinds read(Path file, Problems problems) throws IOException {
        Map<String, Map<String, ValueType>> kinds = new LinkedHashMap<>();
        Yaml.read(file, problems).get("kinds").entries().forEach((kind, yaml) -> {
            Map<String, ValueType> attributes = new LinkedHashMap<>();
            yaml.get("attributes").entries().forEach((name, attribute) -> attributes.put(name, type(attribute)));
            kinds.put(kind, attributes);
        });
        return new RegistryKinds(kinds);
    }

    /** Reads the table beside a model's library; that it is missing is noted too. */
    public static RegistryKinds beside(Model model, Problems problems) {
        Path file = model.folder().resolve("../..").normalize().resolve(FILE);
        Problems ownProblems = new Problems(FILE.toString());
        try {
            RegistryKinds kinds = read(file, ownProblems);
            problems.addAll(ownProblems.found());
            return kinds;
        } catch (IOException e) {
            problems.add(0, file + " cannot be read: " + e.getMessage() + ". It belongs beside the model library.");
            return new RegistryKinds(Map.of());
        }
    }

    /** Returns the attributes of a kind with their types, a date as the number of its day since 1970; an unknown kind is noted and has none. */
    public Map<String, ValueType> attributesOf(String kind, int line, Problems problems) {
        Map<String, ValueType> found = kinds.get(kind);
        if (found == null) {
            problems.add(line, "there is no kind of registry record '" + kind + "'." + Problems.suggest(kind, names()));
            return Map.of();
        }
        return found;
    }

    private static ValueType type(Yaml attribute) {
        String word = attribute.text("type");
        ValueType type = TYPES.get(word);
        if (type == null) {
            attribute.refuse("'" + word + "' is no type of an attribute." + Problems.suggest(word, TYPES.keySet()));
            return ValueType.TEXT;
        }
        return type;
    }

    /** Returns the names of the kinds. */
    public Set<String> names() {
        return kinds.keySet();
    }
}
