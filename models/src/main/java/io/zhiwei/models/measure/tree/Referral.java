package io.zhiwei.models.measure.tree;

/**
 * Somebody brought somebody in.
 *
 * @param inviter token of who brought
 * @param invitee token of who was brought
 * @param millis when, milliseconds since the epoch
 * @param feeFen entry fee, fen
 */
public record Referral(String inviter, String invitee, long millis, long feeFen) {

    boolean isBefore(Referral other) {
        if (millis != other.millis) {
            return millis < other.millis;
        }
        int order = inviter.compareTo(other.inviter);
        return order != 0 ? order < 0 : feeFen < other.feeFen;
    }
}
