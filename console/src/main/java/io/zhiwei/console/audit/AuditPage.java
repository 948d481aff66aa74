package io.zhiwei.console.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the record.
 *
 * @param entries newest first
 * @param matching number of entries that the filter lets through
 * @param next where the next page begins; null on the last
 */
public record AuditPage(
        List<AuditView> entries, long matching, @Nullable AuditCursor next) {}
