package io.zhiwei.models.measure.flow;

/** What a sum of money is to the enterprise. */
public enum FlowKind {
    /** New money from investors. */
    INFLOW,
    /** Interest paid to earlier investors. */
    INTEREST,
    /** Principal paid back. */
    PRINCIPAL,
    /** Pay for bringing people, commissions and bonuses. */
    REFERRAL,
    /** Real receipts that do not come from investors, such as invoiced sales. */
    RECEIPT,
    /** Any other payment. */
    OTHER_OUT
}
