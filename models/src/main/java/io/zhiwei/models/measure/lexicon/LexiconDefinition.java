package io.zhiwei.models.measure.lexicon;

import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.definition.Yaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Provisional form of a lexicon: words by claim. */
public record LexiconDefinition(Map<String, List<String>> words) {

    /** Reads a lexicon. */
    public static LexiconDefinition read(Path file, Problems problems) throws IOException {
        Map<String, List<String>> words = new LinkedHashMap<>();
        Yaml.read(file, problems)
                .get("claims")
                .entries()
                .forEach((claim, yaml) ->
                        words.put(claim, yaml.items().stream().map(Yaml::text).toList()));
        return new LexiconDefinition(words);
    }
}
