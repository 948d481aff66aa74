package io.zhiwei.models.measure.window;

import java.time.Duration;

/**
 * Distinct members that an entity had within a window that ends with the visiting event. Members are kept with the time
 * of their latest event; the caller owns where they are kept.
 *
 * @param within length of the window
 * @param near bits by which the fingerprints of two events may differ and still count as the same; 0 means equal
 */
public record DistinctWindow(Duration within, int near) {

    /** Members that one entity keeps at most: enough for every threshold, and no entity can grow without bound. */
    public static final int MAX_MEMBERS = 1_000;

    /**
     * What is kept of a member.
     *
     * @param time event time of its latest event, milliseconds
     * @param fingerprint fingerprint of that event
     */
    public record Member(long time, long fingerprint) {}

    /** Returns what to keep of a member after one more event: the latest time wins, whatever the order. */
    public Member latest(Member a, Member b) {
        return a.time() != b.time() ? (a.time() > b.time() ? a : b) : (a.fingerprint() >= b.fingerprint() ? a : b);
    }

    /** Counts the members that an event at {@code time} sees. */
    public int count(Iterable<Member> members, Member visitor) {
        int count = 0;
        for (Member member : members) {
            if (sees(member, visitor)) {
                count++;
            }
        }
        return count;
    }

    /** Returns the time, in milliseconds, from which a member is out of every later window. */
    public long expiry(Member member) {
        return member.time() + within.toMillis() + 1;
    }

    private boolean sees(Member member, Member visitor) {
        return Math.abs(member.time() - visitor.time()) <= within.toMillis()
                && Long.bitCount(member.fingerprint() ^ visitor.fingerprint()) <= near;
    }
}
