package io.zhiwei.models.measure.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member of a referral tree: its place, and its neighbours below as a linked list. */
final class Member {

    final String token;
    /** The earliest referral that brought it; null for who was brought by nobody. */
    @Nullable
    Referral chosen;
    /** Later referrals of the same member; null while there is none, which is nearly always. */
    @Nullable
    List<Referral> others;
    /** Inviter of the chosen referral, also where it is cut out of a ring. */
    @Nullable
    Member inviter;
    /** Member above; null for a root. */
    @Nullable
    Member parent;

    @Nullable
    Member firstChild;

    @Nullable
    Member nextSibling;

    @Nullable
    Member previousSibling;

    /** Level; a root is 1. */
    int level = 1;
    /** Members of the subtree, itself included. */
    int size = 1;
    /** Referrals that name it; at 0 it is gone. */
    int references;

    Member(String token) {
        this.token = token;
    }

    void add(Referral referral) {
        if (chosen == null || referral.isBefore(chosen)) {
            keep(chosen);
            chosen = referral;
        } else {
            keep(referral);
        }
    }

    private void keep(@Nullable Referral referral) {
        if (referral == null) {
            return;
        }
        List<Referral> list = others;
        if (list == null) {
            list = new ArrayList<>(1);
            others = list;
        }
        list.add(referral);
    }

    /** Takes a referral away and returns whether it was known. */
    boolean remove(Referral referral) {
        List<Referral> list = others;
        if (list != null && list.remove(referral)) {
            others = list.isEmpty() ? null : list;
            return true;
        }
        if (!referral.equals(chosen)) {
            return false;
        }
        chosen = null;
        if (list != null) {
            Referral earliest = list.get(0);
            for (Referral other : list) {
                earliest = other.isBefore(earliest) ? other : earliest;
            }
            list.remove(earliest);
            others = list.isEmpty() ? null : list;
            chosen = earliest;
        }
        return true;
    }

    void attach(Member above) {
        parent = above;
        nextSibling = above.firstChild;
        previousSibling = null;
        if (nextSibling != null) {
            nextSibling.previousSibling = this;
        }
        above.firstChild = this;
    }

    void detach() {
        Member above = parent;
        if (above == null) {
            return;
        }
        if (previousSibling == null) {
            above.firstChild = nextSibling;
        } else {
            previousSibling.nextSibling = nextSibling;
        }
        if (nextSibling != null) {
            nextSibling.previousSibling = previousSibling;
        }
        nextSibling = null;
        previousSibling = null;
        parent = null;
    }
}
