package io.zhiwei.models.measure.lexicon;

import java.util.List;
import java.util.Set;

/**
 * What a lexicon found in one text, after its exceptions. Overlapping hits of one claim count once, the longest stays.
 *
 * @param hits the hits that stayed
 * @param claims the claims of these hits
 * @param evaded whether some sensitive word or hit is hidden by its spelling
 */
public record LexiconScan(List<Hit> hits, Set<String> claims, boolean evaded) {

    static final LexiconScan NOTHING = new LexiconScan(List.of(), Set.of(), false);
}
