package io.zhiwei.models.measure.lexicon;

import io.zhiwei.models.measure.lexicon.Rule.Conditions;
import io.zhiwei.models.text.NormalText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Scans texts one after the other, reusing its tables. Not thread-safe. */
public final class LexiconScanner {

    private static final int NONE = -1;
    private static final String SENTENCE_BORDERS = "。!?;\n";
    private static final String CLAUSE_BORDERS = SENTENCE_BORDERS + ",，";

    private final Lexicon lexicon;
    private final Lexicon.Elements elements;
    private final int[] heads;
    private final int[] tails;
    private int[] touched = new int[64];
    private int touchedCount;
    /** Contexts that the text is known to speak of: they are not looked for again. */
    private final BitSet contexts = new BitSet();

    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] next = new int[64];
    private int count;
    private boolean numbersRead;
    private String text = "";

    LexiconScanner(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.elements = lexicon.elements();
        this.heads = new int[elements.count()];
        this.tails = new int[elements.count()];
        Arrays.fill(heads, NONE);
    }

    /** Returns what the lexicon finds in a text. */
    public LexiconScan scan(NormalText normal) {
        forget();
        text = normal.text();
        lexicon.automaton().parseText(text, (int start, int end, int[] ids) -> note(start, end, ids));
        if (count == 0) {
            return LexiconScan.NOTHING;
        }
        List<Hit> prescribed = new ArrayList<>(0);
        List<Hit> hits = hits(normal, prescribed);
        boolean evaded = hidesSensitiveWord(normal);
        if (hits.isEmpty() && !evaded) {
            return LexiconScan.NOTHING;
        }
        Set<String> claims = new LinkedHashSet<>();
        for (Hit hit : hits) {
            claims.add(hit.claim());
            evaded |= hit.evaded();
        }
        return new LexiconScan(hits, claims, prescribed, evaded);
    }

    private boolean hidesSensitiveWord(NormalText normal) {
        for (int hit = heads[elements.sensitive()]; hit != NONE; hit = next[hit]) {
            if (normal.disguised(starts[hit], ends[hit])) {
                return true;
            }
        }
        return false;
    }

    private void forget() {
        for (int i = 0; i < touchedCount; i++) {
            heads[touched[i]] = NONE;
        }
        touchedCount = 0;
        contexts.clear();
        count = 0;
        numbersRead = false;
    }

    private void note(int start, int end, int[] ids) {
        for (int element : ids) {
            note(start, end, element);
        }
    }

    private void note(int start, int end, int element) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            next = Arrays.copyOf(next, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        next[count] = NONE;
        if (heads[element] == NONE) {
            heads[element] = count;
            touch(element);
        } else {
            next[tails[element]] = count;
        }
        tails[element] = count;
        count++;
    }

    private void touch(int element) {
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, touchedCount * 2);
        }
        touched[touchedCount++] = element;
    }

    private List<Hit> hits(NormalText normal, List<Hit> shields) {
        List<Rule> candidates = candidates();
        List<Hit> hits = new ArrayList<>(candidates.size());
        for (Rule rule : candidates) {
            if (rule.numbers() && !numbersRead) {
                readNumbers();
            }
            match(rule, normal, hits, shields);
        }
        return hits;
    }

    /** Rules of which every part is there; prescribed wording first. */
    private List<Rule> candidates() {
        List<Rule> candidates = new ArrayList<>();
        for (int i = 0; i < touchedCount; i++) {
            for (Rule rule : lexicon.rulesOf(touched[i])) {
                if (isComplete(rule)) {
                    candidates.add(rule);
                }
            }
        }
        candidates.sort((a, b) -> Integer.compare(a.order(), b.order()));
        return candidates;
    }

    private boolean isComplete(Rule rule) {
        for (int element : rule.elements()) {
            if (heads[element] == NONE && element != elements.number() && element != elements.percent()) {
                return false;
            }
        }
        return true;
    }

    private void readNumbers() {
        numbersRead = true;
        Numbers.visit(
                text, (start, end, percent) -> note(start, end, percent ? elements.percent() : elements.number()));
    }

    private void match(Rule rule, NormalText normal, List<Hit> hits, List<Hit> shields) {
        if (rule.context() && contexts.get(rule.claim())) {
            return;
        }
        for (int hit = heads[rule.elements()[0]]; hit != NONE; hit = next[hit]) {
            int end = follow(rule, 1, ends[hit]);
            if (end >= 0 && holds(rule.conditions(), starts[hit], end)) {
                boolean evaded = isEvaded(rule, normal, hit, end);
                Hit found = new Hit(
                        lexicon.claimNames().get(rule.claim()),
                        rule.id(),
                        starts[hit],
                        end,
                        rule.conditions().confidence(),
                        evaded);
                if (rule.conditions().shields()) {
                    shields.add(found);
                    keepLongest(hits, found);
                } else if (!overlapsAny(shields, found)) {
                    keepLongest(hits, found);
                    if (rule.context()) {
                        contexts.set(rule.claim());
                        return;
                    }
                }
            }
        }
    }

    private static boolean overlapsAny(List<Hit> hits, Hit found) {
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).overlaps(found)) {
                return true;
            }
        }
        return false;
    }

    /** Returns where the phrase ends whose first parts end at {@code from}, or -1. */
    private int follow(Rule rule, int part, int from) {
        if (part == rule.elements().length) {
            return from;
        }
        int farthest = from + rule.gaps()[part];
        for (int hit = heads[rule.elements()[part]]; hit != NONE; hit = next[hit]) {
            int start = starts[hit];
            if (start >= from
                    && start <= farthest
                    && (rule.across()[part] || !borderBetween(SENTENCE_BORDERS, from, start))) {
                int end = follow(rule, part + 1, ends[hit]);
                if (end >= 0) {
                    return end;
                }
            }
        }
        return NONE;
    }

    /** A phrase is hidden where one of its words is: gaps between its parts may hold anything. */
    private boolean isEvaded(Rule rule, NormalText normal, int first, int end) {
        if (rule.elements().length == 1) {
            return normal.disguised(starts[first], end);
        }
        if (!normal.disguised(starts[first], end)) {
            return false;
        }
        for (int element : rule.elements()) {
            for (int hit = heads[element]; hit != NONE; hit = next[hit]) {
                if (starts[hit] >= starts[first] && ends[hit] <= end && normal.disguised(starts[hit], ends[hit])) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean holds(Conditions conditions, int start, int end) {
        if (conditions.unlessText() != NONE && heads[conditions.unlessText()] != NONE) {
            return false;
        }
        if (conditions.needsText() != NONE && heads[conditions.needsText()] == NONE) {
            return false;
        }
        return (conditions.atomic() || !isTakenBack(start, end))
                && (conditions.unless() == NONE || !standsNear(conditions.unless(), CLAUSE_BORDERS, start, end))
                && (conditions.needs() == NONE || standsNear(conditions.needs(), SENTENCE_BORDERS, start, end));
    }

    private boolean isTakenBack(int start, int end) {
        int before = elements.negationBefore();
        for (int hit = before == NONE ? NONE : heads[before]; hit != NONE; hit = next[hit]) {
            if (ends[hit] <= start
                    && start - ends[hit] <= elements.within()
                    && !borderBetween(CLAUSE_BORDERS, ends[hit], start)) {
                return true;
            }
        }
        int after = elements.negationAfter();
        for (int hit = after == NONE ? NONE : heads[after]; hit != NONE; hit = next[hit]) {
            if (starts[hit] >= end
                    && starts[hit] - end <= elements.behind()
                    && !borderBetween(SENTENCE_BORDERS, end, starts[hit])) {
                return true;
            }
        }
        return false;
    }

    private boolean standsNear(int element, String borders, int start, int end) {
        for (int hit = heads[element]; hit != NONE; hit = next[hit]) {
            int from = Math.min(ends[hit], start);
            boolean near = starts[hit] < end
                    ? !borderBetween(borders, from, start)
                    : !borderBetween(borders, end, starts[hit]);
            if (near) {
                return true;
            }
        }
        return false;
    }

    private boolean borderBetween(String borders, int from, int to) {
        for (int i = from; i < to; i++) {
            if (borders.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Every hit that stays is longer than those of its claim that it overlaps. */
    private static void keepLongest(List<Hit> hits, Hit found) {
        int covered = 0;
        for (Hit other : hits) {
            if (isRival(other, found)) {
                if (other.length() >= found.length()) {
                    return;
                }
                covered++;
            }
        }
        if (covered > 0) {
            hits.removeIf(other -> isRival(other, found));
        }
        hits.add(found);
    }

    private static boolean isRival(Hit hit, Hit found) {
        return hit.claim().equals(found.claim()) && hit.overlaps(found);
    }
}
