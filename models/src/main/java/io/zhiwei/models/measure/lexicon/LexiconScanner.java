package io.zhiwei.models.measure.lexicon;

import io.zhiwei.models.measure.lexicon.Rule.Conditions;
import io.zhiwei.models.text.NormalText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Scans texts one after the other, reusing its tables. Not thread-safe. */
public final class LexiconScanner {

    private static final int NONE = Marks.NONE;
    private static final String SENTENCE_BORDERS = "。!?;\n";
    private static final String CLAUSE_BORDERS = SENTENCE_BORDERS + ",，";

    private final Lexicon lexicon;
    private final Lexicon.Elements elements;
    private final Marks marks;
    /** Contexts that the text is known to speak of: they are not looked for again. */
    private final BitSet contexts = new BitSet();

    private int[] candidates = new int[64];
    private int candidateCount;
    private char[] text = new char[1024];
    private int length;

    LexiconScanner(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.elements = lexicon.elements();
        this.marks = new Marks(elements.count());
    }

    /** Returns what the lexicon finds in a text. */
    public LexiconScan scan(NormalText normal) {
        take(normal.text());
        lexicon.automaton().scan(text, length, marks);
        if (marks.isEmpty()) {
            return LexiconScan.NOTHING;
        }
        findCandidates();
        List<Hit> prescribed = new ArrayList<>(0);
        List<Hit> hits = new ArrayList<>(candidateCount);
        for (int i = 0; i < candidateCount; i++) {
            match(lexicon.rule(candidates[i]), normal, hits, prescribed);
        }
        boolean evaded = hidesSensitiveWord(normal);
        if (hits.isEmpty() && !evaded) {
            return LexiconScan.NOTHING;
        }
        BitSet claims = new BitSet(lexicon.claims().size());
        for (Hit hit : hits) {
            claims.set(hit.claim());
            evaded |= hit.evaded();
        }
        return new LexiconScan(hits, claims, prescribed, evaded);
    }

    private void take(String normal) {
        marks.clear();
        contexts.clear();
        length = normal.length();
        if (length > text.length) {
            text = new char[2 * length];
        }
        normal.getChars(0, length, text, 0);
    }

    private boolean hidesSensitiveWord(NormalText normal) {
        if (!normal.hasDisguise()) {
            return false;
        }
        for (int mark = marks.first(elements.sensitive()); mark != NONE; mark = marks.next(mark)) {
            if (normal.disguised(marks.start(mark), marks.end(mark))) {
                return true;
            }
        }
        return false;
    }

    /** Rules of which every part is there; prescribed wording first. */
    private void findCandidates() {
        candidateCount = 0;
        boolean numbers = false;
        int words = marks.elements();
        for (int i = 0; i < words; i++) {
            int[] waiting = lexicon.waitingAt(marks.element(i));
            for (int at = 0; at < waiting.length; at += 2 + waiting[at + 1]) {
                if (isComplete(waiting, at)) {
                    int order = waiting[at];
                    numbers |= lexicon.rule(order).numbers();
                    addCandidate(order);
                }
            }
        }
        Arrays.sort(candidates, 0, candidateCount);
        if (numbers) {
            Numbers.visit(
                    text,
                    length,
                    (start, end, percent) -> marks.note(start, end, percent ? elements.percent() : elements.number()));
        }
    }

    private void addCandidate(int order) {
        if (candidateCount == candidates.length) {
            candidates = Arrays.copyOf(candidates, 2 * candidateCount);
        }
        candidates[candidateCount++] = order;
    }

    private boolean isComplete(int[] waiting, int at) {
        int others = at + 2 + waiting[at + 1];
        for (int i = at + 2; i < others; i++) {
            if (!marks.has(waiting[i])) {
                return false;
            }
        }
        return true;
    }

    private void match(Rule rule, NormalText normal, List<Hit> hits, List<Hit> shields) {
        if (rule.context() && contexts.get(rule.claim())) {
            return;
        }
        for (int mark = marks.first(rule.elements()[0]); mark != NONE; mark = marks.next(mark)) {
            int end = follow(rule, 1, marks.end(mark));
            if (end >= 0 && holds(rule.conditions(), marks.start(mark), end)) {
                boolean evaded = isEvaded(rule, normal, mark, end);
                Hit found = new Hit(
                        rule.claim(),
                        rule.id(),
                        marks.start(mark),
                        end,
                        rule.conditions().confidence(),
                        evaded,
                        value(rule.conditions(), marks.start(mark), end));
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

    private double value(Conditions conditions, int start, int end) {
        return conditions.times() == 0 ? 0 : conditions.times() * Numbers.last(text, start, end);
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
        for (int mark = marks.first(rule.elements()[part]); mark != NONE; mark = marks.next(mark)) {
            int start = marks.start(mark);
            if (start >= from
                    && start <= farthest
                    && (rule.across()[part] || !borderBetween(SENTENCE_BORDERS, from, start))) {
                int end = follow(rule, part + 1, marks.end(mark));
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
            return normal.disguised(marks.start(first), end);
        }
        if (!normal.disguised(marks.start(first), end)) {
            return false;
        }
        for (int element : rule.elements()) {
            for (int mark = marks.first(element); mark != NONE; mark = marks.next(mark)) {
                if (marks.start(mark) >= marks.start(first)
                        && marks.end(mark) <= end
                        && normal.disguised(marks.start(mark), marks.end(mark))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean holds(Conditions conditions, int start, int end) {
        if (conditions.unlessText() != NONE && marks.has(conditions.unlessText())) {
            return false;
        }
        if (conditions.needsText() != NONE && !marks.has(conditions.needsText())) {
            return false;
        }
        return (conditions.atomic() || !isTakenBack(start, end))
                && (conditions.unless() == NONE || !standsNear(conditions.unless(), CLAUSE_BORDERS, start, end))
                && (conditions.needs() == NONE || standsNear(conditions.needs(), SENTENCE_BORDERS, start, end));
    }

    private boolean isTakenBack(int start, int end) {
        int before = elements.negationBefore();
        for (int mark = before == NONE ? NONE : marks.first(before); mark != NONE; mark = marks.next(mark)) {
            if (marks.end(mark) <= start
                    && start - marks.end(mark) <= elements.within()
                    && !borderBetween(CLAUSE_BORDERS, marks.end(mark), start)) {
                return true;
            }
        }
        int after = elements.negationAfter();
        for (int mark = after == NONE ? NONE : marks.first(after); mark != NONE; mark = marks.next(mark)) {
            if (marks.start(mark) >= end
                    && marks.start(mark) - end <= elements.behind()
                    && !borderBetween(SENTENCE_BORDERS, end, marks.start(mark))) {
                return true;
            }
        }
        return false;
    }

    private boolean standsNear(int element, String borders, int start, int end) {
        for (int mark = marks.first(element); mark != NONE; mark = marks.next(mark)) {
            int from = Math.min(marks.end(mark), start);
            boolean near = marks.start(mark) < end
                    ? !borderBetween(borders, from, start)
                    : !borderBetween(borders, end, marks.start(mark));
            if (near) {
                return true;
            }
        }
        return false;
    }

    private boolean borderBetween(String borders, int from, int to) {
        for (int i = from; i < to; i++) {
            if (borders.indexOf(text[i]) >= 0) {
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
        return hit.claim() == found.claim() && hit.overlaps(found);
    }
}
