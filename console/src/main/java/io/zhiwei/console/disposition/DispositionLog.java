package io.zhiwei.console.disposition;

import io.zhiwei.schemas.Disposition;
import java.util.List;

/** The topic {@code dispositions}: appended to, never changed. */
public interface DispositionLog {

    /**
     * Appends a decision and returns when the topic holds it.
     *
     * @throws io.zhiwei.console.alert.AlertIndex.UnavailableException if it does not; the decision is not made
     */
    void append(Disposition disposition);

    /** Returns the decisions about an alert that are known, oldest first. */
    List<Disposition> of(String alertId);

    /** Returns all decisions that are known, those about one alert oldest first. */
    List<Disposition> all();
}
