package io.zhiwei.models.measure.flow;

/** Which share of what is paid out is paid for bringing people (禁止传销条例 art 7). */
public final class PayoutShare {

    private static final double HIGH = 0.3;

    private PayoutShare() {}

    /** Returns pay for bringing people divided by all payouts of a span of days, 0 to 1; 0 where nothing was paid. */
    public static double forRecruiting(DailyFlows flows, long from, long before) {
        long recruiting = flows.sum(FlowKind.REFERRAL, from, before);
        long all = recruiting + flows.payouts(from, before);
        return all <= 0 ? 0 : recruiting / (double) all;
    }

    /** Judges: three tenths are high. */
    public static Tier judge(double share) {
        return share >= HIGH ? Tier.HIGH : Tier.NONE;
    }
}
