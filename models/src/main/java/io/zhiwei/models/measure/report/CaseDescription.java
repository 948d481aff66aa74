package io.zhiwei.models.measure.report;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What two reports of the same case have in common.
 *
 * @param report identifier of the report
 * @param ids its other identifiers
 * @param hospital who reports; null where unknown
 * @param recordNo keyed hash of the medical record; null where unknown
 * @param province province of occurrence; null where unknown
 * @param sex sex; null where unknown
 * @param age age in whole years; null where unknown
 * @param onset day of onset; null where unknown
 * @param products suspected products
 * @param events reactions
 * @param completeness grade of documentation, by which the one that stays is chosen
 */
public record CaseDescription(
        String report,
        Set<String> ids,
        @Nullable String hospital,
        @Nullable String recordNo,
        @Nullable String province,
        @Nullable String sex,
        @Nullable Integer age,
        @Nullable LocalDate onset,
        Set<String> products,
        Set<String> events,
        double completeness) {

    /** Returns whether the two are the same case for certain: one identifier, or one record, onset and product. */
    public boolean isCertainly(CaseDescription other) {
        return ids.contains(other.report)
                || other.ids.contains(report)
                || ids.stream().anyMatch(other.ids::contains)
                || isSameRecord(other);
    }

    private boolean isSameRecord(CaseDescription other) {
        return hospital != null
                && hospital.equals(other.hospital)
                && recordNo != null
                && recordNo.equals(other.recordNo)
                && onset != null
                && onset.equals(other.onset)
                && products.stream().anyMatch(other.products::contains);
    }
}
