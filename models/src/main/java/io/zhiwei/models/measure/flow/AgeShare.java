package io.zhiwei.models.measure.flow;

/** How many payers are sixty or older, and which share of the money is theirs. */
public final class AgeShare {

    private static final int LEAST_PAYERS = 50;
    private static final double WATCH = 0.4;
    private static final double HIGH = 0.6;

    private long payers;
    private long elderly;
    private long amount;
    private long elderlyAmount;

    /** Counts a payer with his amount; count -1 and the negative amount take him back. */
    public void add(boolean sixtyOrOlder, int count, long fen) {
        payers += count;
        amount += fen;
        if (sixtyOrOlder) {
            elderly += count;
            elderlyAmount += fen;
        }
    }

    /** Returns the share of payers, 0 to 1. */
    public double ofPayers() {
        return payers == 0 ? 0 : elderly / (double) payers;
    }

    /** Returns the share of the amount, 0 to 1. */
    public double ofAmount() {
        return amount == 0 ? 0 : elderlyAmount / (double) amount;
    }

    /** Judges from fifty payers on: two in five are watched, three in five are high. */
    public Tier tier() {
        return payers < LEAST_PAYERS ? Tier.NONE : Tier.of(ofPayers(), WATCH, HIGH);
    }
}
