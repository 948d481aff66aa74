package io.zhiwei.models.keyed;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Where an entity's state lies, and its clock. One implementation keeps it in memory, another in Flink. */
public interface EntityState {

    /** Returns the pane of a number, or null. */
    @Nullable
    Pane pane(long number);

    /** Keeps a pane. */
    void put(long number, Pane pane);

    /** Forgets a pane. */
    void remove(long number);

    /** Returns the numbers of all panes, in any order. */
    Collection<Long> panes();

    /** Returns what was last told about a subject and episode, or null. */
    @Nullable
    Told told(String place);

    /** Notes what was told. */
    void tell(String place, Told told);

    /** Forgets what was told. */
    void untell(String place);

    /** Returns the places about which something was told. */
    Collection<String> places();

    /** Returns how far event time has come, milliseconds. */
    long watermark();

    /** Asks to be called when event time reaches a moment. */
    void wakeAt(long time);
}
