package io.zhiwei.models.measure.window;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether an entity had enough distinct members within a window around an event. The answer for an event depends on what
 * else happened, not on what came first: it can only turn from no to yes, when one more member comes. The caller owns
 * where members are kept.
 *
 * @param within how far from the event a member may have been seen
 * @param near bits by which the fingerprints of two events may differ and still count as the same; 0 means equal
 */
public record DistinctWindow(Duration within, int near) {

    /** Members that one entity keeps at most: enough for every threshold, and no entity can grow without bound. */
    public static final int MAX_MEMBERS = 1_000;

    /**
     * One event at an entity.
     *
     * @param name the member that it counts for
     * @param fingerprint fingerprint of what it says
     * @param time event time, milliseconds
     */
    public record Sighting(String name, long fingerprint, long time) {}

    /**
     * What is kept of a member under one fingerprint.
     *
     * @param name the member
     * @param fingerprint the fingerprint
     * @param times when it was seen, ascending, without those that change no answer
     */
    public record Member(String name, long fingerprint, List<Long> times) {

        /** Returns the latest time. */
        public long latest() {
            return times.get(times.size() - 1);
        }
    }

    /** Returns whether an event sees so many distinct members, its own included. */
    public boolean reaches(double threshold, Iterable<Member> members, Sighting visitor) {
        Set<String> seen = new HashSet<>();
        seen.add(visitor.name());
        for (Member member : members) {
            if (seen.size() >= threshold) {
                return true;
            }
            if (isNear(member.fingerprint(), visitor)
                    && member.times().stream().anyMatch(time -> sees(visitor, time))) {
                seen.add(member.name());
            }
        }
        return seen.size() >= threshold;
    }

    /** Returns whether two events see each other. */
    public boolean see(Sighting a, Sighting b) {
        return isNear(a.fingerprint(), b) && sees(a, b.time());
    }

    /**
     * Returns times with one more. A time between two others that are no further apart than the window is left out: an
     * event that sees it sees one of them.
     */
    public List<Long> with(List<Long> times, long time) {
        List<Long> all = new ArrayList<>(times);
        all.add(time);
        all.sort(Long::compare);
        for (int i = all.size() - 2; i > 0; i--) {
            if (all.get(i + 1) - all.get(i - 1) <= within.toMillis()) {
                all.remove(i);
            }
        }
        return all;
    }

    /** Returns the time, in milliseconds, from which something of that time is out of every later window. */
    public long expiry(long time) {
        return time + within.toMillis() + 1;
    }

    private boolean isNear(long fingerprint, Sighting visitor) {
        return Long.bitCount(fingerprint ^ visitor.fingerprint()) <= near;
    }

    private boolean sees(Sighting visitor, long time) {
        return Math.abs(time - visitor.time()) <= within.toMillis();
    }
}
