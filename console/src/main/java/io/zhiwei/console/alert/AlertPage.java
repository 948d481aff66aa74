package io.zhiwei.console.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param alerts newest first
 * @param matching number of alerts that the filter lets through
 * @param all number of alerts without a filter
 * @param next where the next page begins; null on the last
 */
public record AlertPage(
        List<AlertView> alerts,
        long matching,
        long all,
        @Nullable Cursor next) {

    /** Returns how many alerts the filter hides. */
    public long hidden() {
        return all - matching;
    }
}
