package io.zhiwei.models.measure.lexicon;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.zhiwei.models.text.NormalText;
import io.zhiwei.models.text.TextNormaliser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Provisional lexicon: words only. */
public final class Lexicon {

    private final Set<String> claims;
    private final AhoCorasickDoubleArrayTrie<String> automaton = new AhoCorasickDoubleArrayTrie<>();

    private Lexicon(LexiconDefinition definition) {
        this.claims = definition.words().keySet();
        TreeMap<String, String> words = new TreeMap<>();
        definition.words().forEach((claim, list) -> list.forEach(word -> words.put(word, claim)));
        words.put("\u0001\u0001", "");
        automaton.build(words);
    }

    /** Builds the automaton. */
    public static Lexicon compile(LexiconDefinition definition) {
        return new Lexicon(definition);
    }

    /** Returns the names of all claims. */
    public Set<String> claims() {
        return claims;
    }

    /** Returns the normaliser that knows the lexicon's words. */
    public TextNormaliser normaliser() {
        return TextNormaliser.plain();
    }

    /** Scans a text. */
    public LexiconScan scan(NormalText text) {
        List<Hit> hits = new ArrayList<>();
        Set<String> found = new LinkedHashSet<>();
        automaton.parseText(text.text(), (begin, end, claim) -> {
            hits.add(new Hit(claim, claim, begin, end, 1, text.disguised(begin, end)));
            found.add(claim);
        });
        return new LexiconScan(hits, found);
    }
}
