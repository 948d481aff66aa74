package io.zhiwei.models.measure.cluster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report with one of its suspected products, as the rules for clusters see it.
 *
 * @param report identifier of the report
 * @param time when the reaction began; when the report was received, where that is unknown
 * @param maker who made the product
 * @param product the product
 * @param batch batch number in its normal form; empty where unknown
 * @param made day of manufacture; null where unknown
 * @param institution who reports
 * @param groups groups of similar reactions, or organ classes, that its reactions belong to
 * @param unexpected whether a reaction is rare or not named in the insert
 * @param serious whether it is serious
 * @param grave whether it threatened life or left lasting harm
 * @param death whether the patient died
 */
public record SuspectedCase(
        String report,
        Instant time,
        String maker,
        String product,
        String batch,
        @Nullable LocalDate made,
        String institution,
        Set<String> groups,
        boolean unexpected,
        boolean serious,
        boolean grave,
        boolean death) {

    boolean isSimilarTo(SuspectedCase other) {
        return groups.stream().anyMatch(other.groups::contains);
    }
}
