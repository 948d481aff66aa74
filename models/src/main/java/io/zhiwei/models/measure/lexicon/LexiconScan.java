package io.zhiwei.models.measure.lexicon;

import java.util.BitSet;
import java.util.List;

/**
 * What a lexicon found in one text, after its exceptions. Overlapping hits of one claim count once, the longest stays.
 *
 * @param hits the hits that stayed; of a context only the first
 * @param claims the claims of these hits, by their places in the lexicon
 * @param prescribed hits of wording that the law prescribes, in which nothing else is found
 * @param evaded whether some sensitive word or hit is hidden by its spelling
 */
public record LexiconScan(List<Hit> hits, BitSet claims, List<Hit> prescribed, boolean evaded) {

    static final LexiconScan NOTHING = new LexiconScan(List.of(), new BitSet(0), List.of(), false);

    /** Returns the largest value of a claim; 0 where none of its hits has one. */
    public double value(int claim) {
        double largest = 0;
        for (Hit hit : hits) {
            if (hit.claim() == claim) {
                largest = Math.max(largest, hit.value());
            }
        }
        return largest;
    }

    /** Returns a normal form with blanks in place of what the law prescribes: what the advertiser says of his own. */
    public String withoutPrescribed(String normal) {
        if (prescribed.isEmpty()) {
            return normal;
        }
        StringBuilder rest = new StringBuilder(normal);
        for (Hit hit : prescribed) {
            for (int i = hit.start(); i < hit.end(); i++) {
                rest.setCharAt(i, ' ');
            }
        }
        return rest.toString();
    }
}
