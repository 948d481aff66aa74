package io.zhiwei.console.testing;

import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import io.zhiwei.console.disposition.DispositionLog;
import io.zhiwei.schemas.Disposition;
import java.util.ArrayList;
import java.util.List;

/** A topic in memory that can refuse. */
public final class MemoryDispositions implements DispositionLog {

    private final List<Disposition> all = new ArrayList<>();
    private boolean away;

    /** Forgets everything and takes decisions again. */
    public void clear() {
        all.clear();
        away = false;
    }

    /** Takes nothing any more. */
    public void goAway() {
        away = true;
    }

    @Override
    public void append(Disposition disposition) {
        if (away) {
            throw new UnavailableException("The topic is away", new IllegalStateException("test"));
        }
        all.add(disposition);
    }

    @Override
    public List<Disposition> of(String alertId) {
        return all.stream().filter(one -> one.getAlertId().equals(alertId)).toList();
    }

    @Override
    public List<Disposition> all() {
        return List.copyOf(all);
    }
}
