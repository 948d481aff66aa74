package io.zhiwei.models.version;

import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Problem;
import io.zhiwei.models.definition.Threshold;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The files of a version that is about to be published. What cannot be published is refused with a {@link DefinitionException}. */
public final class ModelFiles {

    /** The file that every model has. */
    public static final String MODEL_FILE = "model.yaml";

    private static final Pattern VERSION = Pattern.compile("(?m)^version:\\s*\\d+");

    private ModelFiles() {}

    /** Reads a {@code model.yaml}, or every YAML file of a model's folder. */
    public static Map<String, String> read(Path path) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(path)) {
            try (Stream<Path> children = Files.list(path)) {
                for (Path child : children.sorted().toList()) {
                    if (child.toString().endsWith(".yaml")
                            && !child.endsWith("cases.yaml")
                            && !child.endsWith("sequences.yaml")) {
                        files.put(child.getFileName().toString(), Files.readString(child));
                    }
                }
            }
        } else if (Files.isRegularFile(path)) {
            files.put(MODEL_FILE, Files.readString(path, StandardCharsets.UTF_8));
        }
        if (!files.containsKey(MODEL_FILE)) {
            throw refusal(path.toString(), "this is no model: name a model.yaml or the folder in which it lies.", null);
        }
        return files;
    }

    /**
     * Returns the files of a model with other thresholds and the number of the next version.
     *
     * @param model the model as it is, for names and ranges
     * @param files its files
     * @param version number of the new version
     */
    public static Map<String, String> changed(
            Model model, Map<String, String> files, Map<String, Double> changes, int version) {
        String text = VERSION.matcher(files.getOrDefault(MODEL_FILE, "")).replaceFirst("version: " + version);
        for (Map.Entry<String, Double> change : changes.entrySet()) {
            Threshold threshold = threshold(model, change.getKey(), change.getValue());
            Matcher line = Pattern.compile(
                            "(?m)^(  " + Pattern.quote(threshold.name()) + ":\\s*\\{\\s*value:\\s*)[^,}]+")
                    .matcher(text);
            if (!line.find()) {
                throw refusal(
                        model.id() + "/" + MODEL_FILE,
                        "the line of the threshold '" + threshold.name()
                                + "' is not written as '  name: {value: …}': change it in the file and publish that.",
                        null);
            }
            text = line.replaceFirst("$1" + plain(change.getValue()));
        }
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(MODEL_FILE, text);
        return changed;
    }

    private static Threshold threshold(Model model, String name, double value) {
        try {
            return model.with(name, value).threshold(name).orElseThrow();
        } catch (IllegalArgumentException e) {
            throw refusal(model.id() + "/" + MODEL_FILE, String.valueOf(e.getMessage()), e);
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }

    /** Returns the id and the version that a {@code model.yaml} says. */
    public static Head head(String modelFile) {
        try {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(modelFile);
            if (root instanceof Map<?, ?> map
                    && map.get("id") instanceof String id
                    && map.get("version") instanceof Integer version) {
                return new Head(id, version);
            }
        } catch (YAMLException e) {
            throw refusal(MODEL_FILE, "this is no YAML: " + e.getMessage(), e);
        }
        throw refusal(MODEL_FILE, "it says no id or no version: both stand at its top.", null);
    }

    private static DefinitionException refusal(String file, String message, @Nullable Exception cause) {
        DefinitionException refusal = new DefinitionException(List.of(new Problem(file, 0, message)));
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }

    /** What a model file says of itself. */
    public record Head(String id, int version) {}
}
