package io.zhiwei.models.screening;

import io.zhiwei.models.assessment.EventRef;
import io.zhiwei.models.assessment.Evidence;
import io.zhiwei.models.assessment.Highlight;
import io.zhiwei.models.text.NormalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Quotes the original text around matched parts of its normal form. */
final class Quote {

    /** Longest excerpt, characters. */
    private static final int LONGEST = 160;

    private static final int BEFORE = 30;

    private Quote() {}

    /**
     * Returns evidence that quotes the first part and highlights every part that falls into the same excerpt.
     *
     * @param parts matched parts, not empty
     * @param note plain form of a disguised match, or empty
     */
    static Evidence of(EventRef event, EventText source, NormalText text, List<EventText.Part> parts, String note) {
        List<EventText.Part> ordered = new ArrayList<>(parts);
        ordered.sort(Comparator.comparingInt(EventText.Part::start));
        int first = ordered.get(0).originalStart(text);
        int[] borders = source.bordersAround(first);
        int start = Math.max(borders[0], first - BEFORE);
        int end = Math.min(borders[1], start + LONGEST);
        start = Math.max(borders[0], Math.min(start, end - LONGEST));
        String original = text.original();
        start = outsidePair(original, start);
        end = outsidePair(original, end);
        List<Highlight> highlights = new ArrayList<>();
        for (EventText.Part part : ordered) {
            int from = Math.max(part.originalStart(text), start);
            int to = Math.min(part.originalEnd(text), end);
            if (from < to) {
                add(highlights, from - start, to - start);
            }
        }
        return new Evidence(event, source.fieldAt(first), original.substring(start, end), highlights, note);
    }

    private static void add(List<Highlight> highlights, int start, int end) {
        int last = highlights.size() - 1;
        if (last >= 0 && highlights.get(last).end() >= start) {
            Highlight merged = new Highlight(
                    highlights.get(last).start(),
                    Math.max(end, highlights.get(last).end()));
            highlights.set(last, merged);
        } else {
            highlights.add(new Highlight(start, end));
        }
    }

    /** Moves an offset in front of a surrogate pair that it would cut. */
    private static int outsidePair(String text, int offset) {
        return offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset))
                ? offset - 1
                : offset;
    }
}
