package io.zhiwei.console.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the record is searched: the copy of the topic. Every method throws
 * {@link io.zhiwei.console.alert.AlertIndex.UnavailableException} while it cannot be reached.
 */
public interface AuditIndex {

    /** Returns a page of entries, newest first, from a place on or from the newest. */
    AuditPage list(AuditQuery query, @Nullable AuditCursor after);

    /** Returns what was ever asked for. */
    List<String> actions();

    /** Returns the logins of those who asked for most. */
    List<String> people();
}
