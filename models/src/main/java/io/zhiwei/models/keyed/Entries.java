package io.zhiwei.models.keyed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that an entity keeps, in order of time, without what was taken back. */
final class Entries {

    private final List<Entry> all = new ArrayList<>();
    private final List<Pane.Rest> rest = new ArrayList<>();
    private final Map<String, Long> paneOf = new HashMap<>();
    private final Map<String, Entry> byId = new HashMap<>();

    Entries(EntityState state) {
        Set<String> takenBack = new HashSet<>();
        for (long number : state.panes()) {
            Pane pane = state.pane(number);
            if (pane == null) {
                continue;
            }
            rest.addAll(pane.rest());
            for (Entry entry : pane.entries()) {
                byId.put(entry.feed() + "|" + entry.id(), entry);
                paneOf.put(entry.feed() + "|" + entry.id(), number);
                if (entry.corrects().isEmpty()) {
                    all.add(entry);
                } else {
                    takenBack.add(entry.corrects());
                }
            }
        }
        if (!takenBack.isEmpty()) {
            all.removeIf(entry -> takenBack.contains(entry.id()));
        }
        all.sort(Entry::inOrder);
    }

    List<Entry> all() {
        return all;
    }

    List<Pane.Rest> rest() {
        return rest;
    }

    /** Returns the event that another takes back, or null where it is not known. */
    @org.jspecify.annotations.Nullable
    Entry corrected(Entry correction) {
        return byId.get(correction.feed() + "|" + correction.corrects());
    }

    long paneOf(Entry entry) {
        return paneOf.getOrDefault(entry.feed() + "|" + entry.id(), 0L);
    }

    /** Replaces an event by itself with another verdict. */
    void replace(Entry old, Entry judged) {
        all.set(all.indexOf(old), judged);
    }
}
