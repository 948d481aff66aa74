package io.zhiwei.models.measure.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How long money stays on an account: what leaves is taken from what came first. Holds at most so many movements; the
 * oldest make room.
 */
public final class Dwell {

    private static final long PASS_THROUGH_MINUTES = 60;
    private static final double PASS_THROUGH = 0.6;

    private final int mostMovements;
    private final TreeMap<Place, Long> movements =
            new TreeMap<>(Comparator.comparingLong(Place::minute).thenComparing(Place::id));

    /** When a movement happened, and which it was. */
    private record Place(long minute, String id) {}

    /** A part of the money that left. */
    private record Stay(long minutes, long fen) {}

    /** Makes an empty account that holds at most so many movements. */
    public Dwell(int mostMovements) {
        this.mostMovements = mostMovements;
    }

    /** Notes a movement: in is positive, out negative, fen. */
    public void add(String id, long minute, long fen) {
        movements.put(new Place(minute, id), fen);
        if (movements.size() > mostMovements) {
            movements.pollFirstEntry();
        }
    }

    /** Takes a movement back. */
    public void retract(String id, long minute) {
        movements.remove(new Place(minute, id));
    }

    /** Returns the minutes for which the median yuan stayed; empty where nothing that came has left. */
    public OptionalDouble medianMinutes() {
        List<Stay> stays = stays();
        stays.sort(Comparator.comparingLong(Stay::minutes));
        long total = stays.stream().mapToLong(Stay::fen).sum();
        long reached = 0;
        for (Stay stay : stays) {
            reached += stay.fen();
            if (2 * reached >= total) {
                return OptionalDouble.of(stay.minutes());
            }
        }
        return OptionalDouble.empty();
    }

    /** Returns the share of what came that left within an hour, 0 to 1. */
    public double fastShare() {
        long in = movements.values().stream()
                .filter(fen -> fen > 0)
                .mapToLong(Long::longValue)
                .sum();
        long fast = stays().stream()
                .filter(stay -> stay.minutes() < PASS_THROUGH_MINUTES)
                .mapToLong(Stay::fen)
                .sum();
        return in == 0 ? 0 : fast / (double) in;
    }

    /** Returns whether money only passes: three fifths of it left within an hour. */
    public boolean isPassThrough() {
        return fastShare() >= PASS_THROUGH;
    }

    private List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        Deque<long[]> waiting = new ArrayDeque<>();
        movements.forEach((place, fen) -> {
            if (fen > 0) {
                waiting.add(new long[] {place.minute(), fen});
            } else {
                leave(waiting, place.minute(), -fen, stays);
            }
        });
        return stays;
    }

    private static void leave(Deque<long[]> waiting, long minute, long fen, List<Stay> stays) {
        long left = fen;
        while (left > 0 && !waiting.isEmpty()) {
            long[] first = waiting.getFirst();
            long part = Math.min(left, first[1]);
            stays.add(new Stay(minute - first[0], part));
            left -= part;
            first[1] -= part;
            if (first[1] == 0) {
                waiting.removeFirst();
            }
        }
    }
}
