package io.zhiwei.models.keyed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All that an entity keeps, in order of time, without what was taken back. */
final class Entries {

    private final List<Entry> all = new ArrayList<>();
    private final List<Entry> takenBack = new ArrayList<>();
    private final List<Pane.Rest> rest = new ArrayList<>();

    Entries(EntityState state) {
        List<Entry> corrections = new ArrayList<>(0);
        for (long number : inOrder(state.panes())) {
            Pane pane = state.pane(number);
            if (pane == null) {
                continue;
            }
            rest.addAll(pane.rest());
            for (Entry entry : pane.entries()) {
                (entry.corrects().isEmpty() ? all : corrections).add(entry);
            }
        }
        if (!corrections.isEmpty()) {
            takeBack(corrections);
        }
        sort();
    }

    private static Collection<Long> inOrder(Collection<Long> numbers) {
        return numbers.size() < 2 ? numbers : new TreeSet<>(numbers);
    }

    private void takeBack(List<Entry> corrections) {
        Set<String> ids = new HashSet<>();
        corrections.forEach(correction -> ids.add(correction.corrects()));
        all.removeIf(entry -> {
            boolean gone = ids.contains(entry.id());
            if (gone) {
                takenBack.add(entry);
            }
            return gone;
        });
    }

    /** Panes are in order already, but for registry records, which have one of their own. */
    private void sort() {
        for (int i = 1; i < all.size(); i++) {
            if (Entry.inOrder(all.get(i - 1), all.get(i)) > 0) {
                all.sort(Entry::inOrder);
                return;
            }
        }
    }

    List<Entry> all() {
        return all;
    }

    List<Pane.Rest> rest() {
        return rest;
    }

    /** Returns the event that another takes back, or null where it is not known. */
    @Nullable
    Entry corrected(Entry correction) {
        for (Entry entry : takenBack) {
            if (entry.feed() == correction.feed() && entry.id().equals(correction.corrects())) {
                return entry;
            }
        }
        return null;
    }

    /** Replaces an event by itself with another verdict. */
    @SuppressWarnings("ReferenceEquality") // It is in the list itself.
    void replace(Entry old, Entry judged) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == old) {
                all.set(i, judged);
                return;
            }
        }
    }
}
