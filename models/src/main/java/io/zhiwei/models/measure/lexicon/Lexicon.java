package io.zhiwei.models.measure.lexicon;

import io.zhiwei.models.text.NormalText;
import io.zhiwei.models.text.Spellings;
import io.zhiwei.models.text.TextNormaliser;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * Words and phrases of claims, compiled into one automaton over all words, so that the cost of a text does not grow with
 * their number. Immutable; scanners hold what changes.
 */
public final class Lexicon {

    private final WordAutomaton automaton;
    private final List<String> claims;
    private final Rule[] rules;
    private final int[][] waiting;
    private final Elements elements;
    private final TextNormaliser normaliser;
    private final Set<String> sensitive;
    private final SortedSet<String> vocabulary;
    private final Set<String> measured;

    Lexicon(LexiconCompiler compiler, TextNormaliser normaliser) {
        this.automaton = compiler.automaton();
        this.claims = compiler.claims();
        this.rules = compiler.rules();
        this.waiting = compiler.waiting();
        this.elements = compiler.elements();
        this.normaliser = normaliser;
        this.sensitive = compiler.sensitive();
        this.measured = Set.copyOf(compiler.measured());
        this.vocabulary = Collections.unmodifiableSortedSet(compiler.vocabulary());
    }

    /** Elements with a meaning of their own. */
    record Elements(
            int count,
            int number,
            int percent,
            int sensitive,
            int negationBefore,
            int within,
            int negationAfter,
            int behind) {}

    /** Compiles a lexicon that knows no evasive spelling. */
    public static Lexicon compile(LexiconDefinition definition) {
        return compile(definition, Spellings.NONE);
    }

    /** Compiles a lexicon whose sensitive words are also found in evasive spelling. */
    public static Lexicon compile(LexiconDefinition definition, Spellings spellings) {
        LexiconCompiler compiler = new LexiconCompiler(definition);
        return new Lexicon(compiler, TextNormaliser.of(spellings, compiler.sensitive()));
    }

    /** Returns the names of all claims and contexts, by their places. */
    public List<String> claims() {
        return claims;
    }

    /** Returns whether hits of a claim may have a value. */
    public boolean measures(String claim) {
        return measured.contains(claim);
    }

    /** Returns the words in the automaton. */
    public SortedSet<String> vocabulary() {
        return vocabulary;
    }

    /** Returns the normaliser that knows the lexicon's sensitive words. */
    public TextNormaliser normaliser() {
        return normaliser;
    }

    /** Returns the words whose disguises are looked for. */
    public Set<String> sensitiveWords() {
        return sensitive;
    }

    /** Returns a scanner; each thread needs its own. */
    public LexiconScanner newScanner() {
        return new LexiconScanner(this);
    }

    /** Scans a text with a scanner of its own. */
    public LexiconScan scan(NormalText text) {
        return newScanner().scan(text);
    }

    WordAutomaton automaton() {
        return automaton;
    }

    Rule rule(int order) {
        return rules[order];
    }

    /**
     * Returns the rules that wait at an element, one after the other: order of the rule, number of other words that it
     * needs, their elements.
     */
    int[] waitingAt(int element) {
        return waiting[element];
    }

    Elements elements() {
        return elements;
    }
}
