package io.zhiwei.models.text;

import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.definition.Yaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tricks of evasive spelling, read from a file of data.
 *
 * @param pictures what an emoji says
 * @param respelled disguised words and the words that they stand for
 * @param respelledNearMedicine the same, for words that may be innocent: only beside a character of {@code context}
 * @param parts characters and the ways in which their parts are written one after the other
 * @param radicals parts that never stand alone, so that joining them needs no word around it
 * @param pairs words of two characters that are disguised by sound
 * @param realWords words that sound like a sensitive one and are innocent
 * @param context characters of medicine and of making contact
 */
public record Spellings(
        Map<String, String> pictures,
        Map<String, String> respelled,
        Map<String, String> respelledNearMedicine,
        Map<String, List<String>> parts,
        String radicals,
        Set<String> pairs,
        Set<String> realWords,
        String context) {

    /** No tricks at all. */
    public static final Spellings NONE =
            new Spellings(Map.of(), Map.of(), Map.of(), Map.of(), "", Set.of(), Set.of(), "");

    /** Reads the file; what is wrong is noted with its line. */
    public static Spellings read(Path file, Problems problems) throws IOException {
        Yaml root = Yaml.read(file, problems);
        Map<String, List<String>> parts = new LinkedHashMap<>();
        root.get("parts")
                .entries()
                .forEach((whole, written) -> parts.put(
                        whole, written.items().stream().map(Yaml::text).toList()));
        Spellings spellings = new Spellings(
                texts(root.get("pictures")),
                texts(root.get("respelled")),
                texts(root.get("respelledNearMedicine")),
                parts,
                root.text("radicals"),
                new TreeSet<>(root.texts("pairs")),
                new TreeSet<>(root.texts("realWords")),
                root.text("context"));
        root.refuseUnknownKeys();
        return spellings;
    }

    /** The file turns it round: under each word stand its disguises. */
    private static Map<String, String> texts(Yaml yaml) {
        Map<String, String> result = new LinkedHashMap<>();
        yaml.entries()
                .forEach((word, disguises) -> disguises.items().forEach(item -> {
                    if (result.put(item.text(), word) != null) {
                        item.refuse("'" + item.text() + "' stands twice. Keep one.");
                    }
                }));
        return result;
    }
}
