package io.zhiwei.models.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The English names of agencies and laws, which models name in Chinese. Immutable. */
public final class EnglishNames {

    private final Map<String, String> agencies;
    private final Map<String, String> laws;

    private EnglishNames(Map<String, String> agencies, Map<String, String> laws) {
        this.agencies = Map.copyOf(agencies);
        this.laws = Map.copyOf(laws);
    }

    /**
     * Reads the table; where there is none, nothing has an English name.
     *
     * @throws DefinitionException if it is wrong
     */
    public static EnglishNames load(Path file) {
        if (!Files.exists(file)) {
            return new EnglishNames(Map.of(), Map.of());
        }
        Problems problems = new Problems(String.valueOf(file.getFileName()));
        try {
            Yaml yaml = Yaml.read(file, problems);
            EnglishNames names = new EnglishNames(texts(yaml.get("agencies")), texts(yaml.get("laws")));
            yaml.refuseUnknownKeys();
            problems.throwIfAny();
            return names;
        } catch (IOException e) {
            problems.add(0, "cannot be read: " + e.getMessage() + ".");
            throw new DefinitionException(problems.found());
        }
    }

    private static Map<String, String> texts(Yaml mapping) {
        Map<String, String> texts = new LinkedHashMap<>();
        mapping.entries().forEach((chinese, english) -> texts.put(chinese, english.text()));
        return texts;
    }

    /** Returns the English name of an agency, or of several that work together, as alerts name them. */
    public Optional<String> agency(String chinese) {
        return Optional.ofNullable(agencies.get(chinese));
    }

    /** Returns the English name of a law by its short Chinese one, e.g. 广告法. */
    public Optional<String> law(String chinese) {
        return Optional.ofNullable(laws.get(chinese));
    }
}
