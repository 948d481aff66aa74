package io.zhiwei.console.testing;

import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import io.zhiwei.console.audit.AuditLog;
import java.util.ArrayList;
import java.util.List;

/** An audit topic in memory that can be taken away. */
public final class MemoryAudit implements AuditLog {

    /** What was written. */
    public record Line(String who, String action, String object, String detail) {}

    private final List<Line> lines = new ArrayList<>();
    private boolean away;

    /** Forgets everything and writes again. */
    public void clear() {
        lines.clear();
        away = false;
    }

    /** Writes nothing any more. */
    public void goAway() {
        away = true;
    }

    /** Returns what was written, oldest first. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void append(String who, String action, String object, String detail) {
        if (away) {
            throw new UnavailableException("The topic is away", new IllegalStateException("test"));
        }
        lines.add(new Line(who, action, object, detail));
    }
}
