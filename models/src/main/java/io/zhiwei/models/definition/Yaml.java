package io.zhiwei.models.definition;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value of a YAML file with its line. Getters note a problem and return a harmless value where the file is wrong, so
 * that one reading finds every mistake; a mapping reports the keys that nobody asked for.
 */
public final class Yaml {

    private static final Node NOTHING =
            new ScalarNode(org.yaml.snakeyaml.nodes.Tag.NULL, "", null, null, DumperOptions.ScalarStyle.PLAIN);

    private final Problems problems;
    private final Node node;
    private final int line;
    private final String path;
    private final Map<String, Yaml> children;
    private final Set<String> asked = new LinkedHashSet<>();

    private Yaml(Problems problems, Node node, int line, String path) {
        this.problems = problems;
        this.node = node;
        this.line = line;
        this.path = path;
        this.children = node instanceof MappingNode mapping ? childrenOf(mapping) : Map.of();
    }

    /**
     * Reads a file.
     *
     * @throws IOException if the file cannot be read
     * @throws DefinitionException if it is not YAML
     */
    public static Yaml read(Path file, Problems problems) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return parse(reader, problems);
        }
    }

    /** Reads YAML from a reader; see {@link #read}. */
    public static Yaml parse(Reader reader, Problems problems) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(64 * 1024 * 1024);
            Node root = new org.yaml.snakeyaml.Yaml(options).compose(reader);
            return new Yaml(problems, root == null ? NOTHING : root, 1, "");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(line, "not valid YAML: " + e.getProblem() + ". Check indentation and quotes.");
            problems.throwIfAny();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Yaml> childrenOf(MappingNode mapping) {
        Map<String, Yaml> result = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            int keyLine = tuple.getKeyNode().getStartMark().getLine() + 1;
            Yaml value = new Yaml(problems, tuple.getValueNode(), keyLine, path.isEmpty() ? key : path + "." + key);
            if (result.put(key, value) != null) {
                problems.add(keyLine, "'" + key + "' stands twice. Keep one.");
            }
        }
        return result;
    }

    /** Returns the line of this value, from 1. */
    public int line() {
        return line;
    }

    /** Returns the list of problems to which this value reports. */
    public Problems problems() {
        return problems;
    }

    /** Notes a problem at this value. */
    public void refuse(String message) {
        problems.add(line, path.isEmpty() ? message : path + ": " + message);
    }

    /** Returns whether the key is there with a value. */
    public boolean has(String key) {
        asked.add(key);
        Yaml child = children.get(key);
        return child != null && !child.isNull();
    }

    /** Returns the value under a key; a missing one is a problem. */
    public Yaml get(String key) {
        Yaml child = find(key);
        if (child == null) {
            refuse("'" + key + "' is missing.");
            return new Yaml(problems, NOTHING, line, path.isEmpty() ? key : path + "." + key);
        }
        return child;
    }

    /** Returns the value under a key, or null where it is missing. */
    public @Nullable Yaml find(String key) {
        return has(key) ? children.get(key) : null;
    }

    /** Returns the keys of a mapping in the order of the file, and counts them all as asked for. */
    public Map<String, Yaml> entries() {
        asked.addAll(children.keySet());
        if (!(node instanceof MappingNode) && !isNull()) {
            refuse("a mapping 'key: value' is expected here.");
        }
        return children;
    }

    /** Returns the members of a sequence; a single value counts as a sequence of one. */
    public List<Yaml> items() {
        if (node instanceof SequenceNode sequence) {
            List<Yaml> result = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                result.add(new Yaml(problems, item, item.getStartMark().getLine() + 1, path));
            }
            return result;
        }
        return isNull() ? List.of() : List.of(this);
    }

    /** Returns the members of the sequence under a key, empty where it is missing. */
    public List<Yaml> list(String key) {
        Yaml child = find(key);
        return child == null ? List.of() : child.items();
    }

    /** Returns the texts of the sequence under a key, empty where it is missing. */
    public List<String> texts(String key) {
        return list(key).stream().map(Yaml::text).toList();
    }

    /** Returns whether this is a text or a number. */
    public boolean isText() {
        return node instanceof ScalarNode && !isNull();
    }

    /** Returns the scalar as text. */
    public String text() {
        if (node instanceof ScalarNode scalar && !isNull()) {
            return scalar.getValue();
        }
        refuse("a text is expected here.");
        return "";
    }

    /** Returns the text under a key; a missing one is a problem. */
    public String text(String key) {
        Yaml child = find(key);
        return child == null ? missing(key, "") : child.text();
    }

    /** Returns the text under a key, or the given one where it is missing. */
    public String text(String key, String otherwise) {
        Yaml child = find(key);
        return child == null ? otherwise : child.text();
    }

    /** Returns the scalar as a finite number. */
    public double number() {
        return parse(Double::parseDouble, "a number", 0.0);
    }

    /** Returns the value as maps, lists and texts; null where there is none. */
    public @Nullable Object plain() {
        if (node instanceof MappingNode) {
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            entries().forEach((key, value) -> result.put(key, value.plain()));
            return result;
        }
        if (node instanceof SequenceNode) {
            List<@Nullable Object> result = new ArrayList<>();
            items().forEach(item -> result.add(item.plain()));
            return result;
        }
        return isNull() ? null : text();
    }

    /** Returns the number under a key; a missing one is a problem. */
    public double number(String key) {
        Yaml child = find(key);
        return child == null ? missing(key, 0.0) : child.number();
    }

    /** Returns the number under a key, or the given one where it is missing. */
    public double number(String key, double otherwise) {
        Yaml child = find(key);
        return child == null ? otherwise : child.number();
    }

    /** Returns the whole number under a key, or the given one where it is missing. */
    public int integer(String key, int otherwise) {
        Yaml child = find(key);
        return child == null ? otherwise : child.parse(Integer::parseInt, "a whole number", otherwise);
    }

    /** Returns the truth value under a key, or the given one where it is missing. */
    public boolean flag(String key, boolean otherwise) {
        Yaml child = find(key);
        if (child == null) {
            return otherwise;
        }
        return switch (child.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                child.refuse("'" + child.text() + "' is neither true nor false.");
                yield otherwise;
            }
        };
    }

    /** Reads the scalar with a parser; a text that it refuses is a problem that says what is expected. */
    public <T> T parse(Function<String, T> parser, String expected, T otherwise) {
        String text = text();
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            refuse("'" + text + "' is not " + expected + ".");
            return otherwise;
        }
    }

    /** Reports every key that nobody asked for, with the nearest name that exists. */
    public void refuseUnknownKeys() {
        children.forEach((key, value) -> {
            if (!asked.contains(key)) {
                problems.add(value.line, "unknown key '" + key + "'." + Problems.suggest(key, asked));
            }
        });
    }

    private <T> T missing(String key, T harmless) {
        refuse("'" + key + "' is missing.");
        return harmless;
    }

    private boolean isNull() {
        return node == NOTHING || node.getTag().equals(org.yaml.snakeyaml.nodes.Tag.NULL);
    }
}
