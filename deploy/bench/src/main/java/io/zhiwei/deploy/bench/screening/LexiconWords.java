package io.zhiwei.deploy.bench.screening;

import io.zhiwei.models.definition.Model;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The plain words of a model's lexicon, whatever the file says about them: what a bare automaton would look for. */
final class LexiconWords {

    private static final int SHORTEST = 2;

    private final TreeSet<String> words = new TreeSet<>();

    private LexiconWords() {}

    /** Returns the words in alphabetical order; none where the model has no lexicon. */
    static Collection<String> of(Model model) throws IOException {
        String file = model.text().lexicon();
        if (file == null) {
            return new TreeSet<>();
        }
        LexiconWords result = new LexiconWords();
        try (Reader reader = Files.newBufferedReader(model.folder().resolve(file))) {
            result.collect(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
        }
        return result.words;
    }

    private void collect(@Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            map.values().forEach(this::collect);
        } else if (node instanceof Collection<?> list) {
            list.forEach(this::collect);
        } else if (node instanceof String text && isWord(text)) {
            words.add(text);
        }
    }

    private static boolean isWord(String text) {
        return text.length() >= SHORTEST && text.codePoints().allMatch(Character::isLetterOrDigit);
    }
}
