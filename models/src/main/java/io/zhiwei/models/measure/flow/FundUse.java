package io.zhiwei.models.measure.flow;

/**
 * Where the money went (法释〔2022〕5号 art 7), fen.
 *
 * @param inflow taken from investors
 * @param real paid to verified suppliers, as wages and as tax
 * @param suspect luxury, cash, abroad, tokens
 * @param outflow all that was paid
 */
public record FundUse(long inflow, long real, long suspect, long outflow) {

    private static final double WATCH = 0.4;
    private static final double HIGH = 0.2;
    private static final double SUSPECT = 0.2;
    private static final long LEAST_INFLOW = 100_000_000L;

    /** Returns the sums with others; a reversal adds negative sums. */
    public FundUse plus(FundUse other) {
        return new FundUse(inflow + other.inflow, real + other.real, suspect + other.suspect, outflow + other.outflow);
    }

    /** Returns the share that went into a real business, 0 to 1 and more; 1 where nothing was taken. */
    public double realShare() {
        return inflow <= 0 ? 1 : real / (double) inflow;
    }

    /** Judges from a million yuan on: below two fifths is watched, below one fifth is high (art 7(1)). */
    public Tier tier() {
        if (inflow <= LEAST_INFLOW) {
            return Tier.NONE;
        }
        if (realShare() < HIGH) {
            return Tier.HIGH;
        }
        return realShare() < WATCH ? Tier.WATCH : Tier.NONE;
    }

    /** Returns whether more than a fifth of the payments went into luxury, cash, abroad or tokens (art 7(2), 7(5)). */
    public boolean isSquandered() {
        return outflow > 0 && suspect / (double) outflow > SUSPECT;
    }
}
