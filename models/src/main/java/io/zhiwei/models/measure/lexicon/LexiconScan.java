package io.zhiwei.models.measure.lexicon;

import java.util.List;
import java.util.Set;

/**
 * What a lexicon found in one text, after its exceptions. Overlapping hits of one claim count once, the longest stays.
 *
 * @param hits the hits that stayed
 * @param claims the claims of these hits
 */
public record LexiconScan(List<Hit> hits, Set<String> claims) {

    static final LexiconScan NOTHING = new LexiconScan(List.of(), Set.of());
}
