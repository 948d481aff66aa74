package io.zhiwei.models.measure.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The referral tree of an enterprise, kept up to date with every referral and every referral taken back. What it says
 * depends on the referrals alone, not on their order: the earliest referral of a member counts, and where members
 * brought one another in a ring, the latest referral of the ring is cut out. The organiser is level 1.
 *
 * <p>A referral costs time with the depth of the tree, and with the subtree that it moves; depth and size are known
 * without a walk. Holds at most so many members; who comes beyond is counted, not placed. Not thread-safe.
 */
public final class ReferralTree {

    private static final int FILING_LEVELS = 3;
    private static final int FILING_MEMBERS = 30;
    private static final int SERIOUS_MEMBERS = 120;
    private static final long SERIOUS_FEES = 250_000_000L;

    private final int mostMembers;
    private final Map<String, Member> members = new HashMap<>();
    private final Levels levels = new Levels();
    private long fees;
    private long refused;

    /** How grave a tree is (立案追诉标准(二); 2013 joint opinion on pyramid schemes). */
    public enum Gravity {
        /** Below the filing line. */
        NONE,
        /** Three levels and thirty members, the organiser included. */
        FILING,
        /** The filing line, and a hundred and twenty members or entry fees of 2.5 million yuan. */
        SERIOUS
    }

    /**
     * A branch of the tree.
     *
     * @param root token of its first member
     * @param members members, the first included
     */
    public record Branch(String root, int members) {}

    /** Makes an empty tree of at most so many members. */
    public ReferralTree(int mostMembers) {
        this.mostMembers = mostMembers;
    }

    /** Adds a referral; one that names the same member twice is no referral. Returns whether it was placed. */
    public boolean add(Referral referral) {
        if (referral.inviter().equals(referral.invitee())) {
            return false;
        }
        int missing =
                (members.containsKey(referral.inviter()) ? 0 : 1) + (members.containsKey(referral.invitee()) ? 0 : 1);
        if (members.size() + missing > mostMembers) {
            refused++;
            return false;
        }
        Member invitee = member(referral.invitee());
        Member inviter = member(referral.inviter());
        invitee.references++;
        inviter.references++;
        fees += referral.feeFen();
        Referral before = invitee.chosen;
        invitee.add(referral);
        follow(invitee, before);
        return true;
    }

    /** Takes a referral back; one that was never placed changes nothing. Returns whether it was known. */
    public boolean retract(Referral referral) {
        Member invitee = members.get(referral.invitee());
        Member inviter = members.get(referral.inviter());
        Referral before = invitee == null ? null : invitee.chosen;
        if (invitee == null || inviter == null || !invitee.remove(referral)) {
            return false;
        }
        fees -= referral.feeFen();
        follow(invitee, before);
        release(invitee);
        release(inviter);
        return true;
    }

    /** Returns the members. */
    public int members() {
        return members.size();
    }

    /** Returns the levels, the organiser's included; 0 for an empty tree. */
    public int depth() {
        return levels.deepest();
    }

    /** Returns the members at a level. */
    public int membersAt(int level) {
        return levels.at(level);
    }

    /** Returns the entry fees, fen. */
    public long feesFen() {
        return fees;
    }

    /** Returns referrals that found no room. */
    public long refused() {
        return refused;
    }

    /** Returns the level of a member, the organiser is 1; 0 for an unknown one. */
    public int levelOf(String token) {
        Member member = members.get(token);
        return member == null ? 0 : member.level;
    }

    /** Returns the members below and including a member; 0 for an unknown one. */
    public int sizeOf(String token) {
        Member member = members.get(token);
        return member == null ? 0 : member.size;
    }

    /** Returns how grave the tree is. */
    public Gravity gravity() {
        if (depth() < FILING_LEVELS || members() < FILING_MEMBERS) {
            return Gravity.NONE;
        }
        return members() >= SERIOUS_MEMBERS || fees >= SERIOUS_FEES ? Gravity.SERIOUS : Gravity.FILING;
    }

    /** Returns the largest branches: trees of their own, and what hangs directly below a root; looks at every member. */
    public List<Branch> largest(int count) {
        return members.values().stream()
                .filter(member -> member.level <= 2)
                .sorted(Comparator.comparingInt((Member member) -> -member.size).thenComparing(member -> member.token))
                .limit(count)
                .map(member -> new Branch(member.token, member.size))
                .toList();
    }

    private Member member(String token) {
        Member known = members.get(token);
        if (known != null) {
            return known;
        }
        Member member = new Member(token);
        members.put(token, member);
        levels.change(1, 1);
        return member;
    }

    private void release(Member member) {
        member.references--;
        if (member.references == 0) {
            members.remove(member.token);
            levels.change(member.level, -1);
        }
    }

    /** Brings the tree in line with the chosen referral of a member, if that changed. */
    private void follow(Member member, @Nullable Referral before) {
        Referral chosen = member.chosen;
        if (Objects.equals(before, chosen)) {
            return;
        }
        Member root = root(member);
        cut(member);
        member.inviter = chosen == null ? null : members.get(chosen.inviter());
        mend(root);
        settle(member);
    }

    /** A root that was cut out of a ring hangs on again once the ring is open. */
    private void mend(Member root) {
        Member inviter = root.inviter;
        if (root.parent == null && inviter != null && root(inviter) != root) {
            hang(root, inviter);
        }
    }

    /** Hangs a member under its inviter, or opens the ring that this closes. */
    private void settle(Member member) {
        Member inviter = member.inviter;
        if (inviter == null) {
            return;
        }
        cut(member);
        if (root(inviter) != member) {
            hang(member, inviter);
            return;
        }
        Member latest = latestOfRing(member, inviter);
        if (latest != member) {
            cut(latest);
            hang(member, inviter);
        }
    }

    private static Member latestOfRing(Member member, Member inviter) {
        Member latest = member;
        for (Member at = inviter; at != null && at != member; at = at.parent) {
            if (isLater(at, latest)) {
                latest = at;
            }
        }
        return latest;
    }

    private static boolean isLater(Member a, Member b) {
        Referral first = a.chosen;
        Referral second = b.chosen;
        if (first == null || second == null) {
            return first != null;
        }
        return first.millis() != second.millis() ? first.millis() > second.millis() : a.token.compareTo(b.token) > 0;
    }

    private static Member root(Member member) {
        Member at = member;
        for (Member above = at.parent; above != null; above = at.parent) {
            at = above;
        }
        return at;
    }

    private void cut(Member member) {
        if (member.parent != null) {
            grow(member.parent, -member.size);
            member.detach();
            move(member, 1);
        }
    }

    private void hang(Member member, Member inviter) {
        member.attach(inviter);
        grow(inviter, member.size);
        move(member, inviter.level + 1);
    }

    private static void grow(@Nullable Member from, int count) {
        for (Member at = from; at != null; at = at.parent) {
            at.size += count;
        }
    }

    private void move(Member top, int level) {
        int shift = level - top.level;
        if (shift == 0) {
            return;
        }
        Deque<Member> waiting = new ArrayDeque<>();
        waiting.push(top);
        while (!waiting.isEmpty()) {
            Member member = waiting.pop();
            levels.change(member.level + shift, 1);
            levels.change(member.level, -1);
            member.level += shift;
            for (Member child = member.firstChild; child != null; child = child.nextSibling) {
                waiting.push(child);
            }
        }
    }

    /** Returns each member's level, for comparison. */
    Map<String, Integer> levels() {
        Map<String, Integer> result = new HashMap<>();
        for (Member member : new ArrayList<>(members.values())) {
            result.put(member.token, member.level);
        }
        return result;
    }
}
