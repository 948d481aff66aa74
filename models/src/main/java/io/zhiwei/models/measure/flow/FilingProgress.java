package io.zhiwei.models.measure.flow;

/**
 * How far a case has come to the filing line of 法释〔2022〕5号 art 3.
 *
 * @param takenFen all money taken; what was paid back is not deducted (art 6)
 * @param payers persons
 * @param lossFen direct loss
 */
public record FilingProgress(long takenFen, int payers, long lossFen) {

    private static final double AMOUNT = 100_000_000;
    private static final double PERSONS = 150;
    private static final double LOSS = 50_000_000;
    private static final double WATCH = 0.5;

    /** Returns the largest of the three shares; 1 is the line. */
    public double progress() {
        return Math.max(takenFen / AMOUNT, Math.max(payers / PERSONS, lossFen / LOSS));
    }

    /** Judges: half the way is watched, the line is high. */
    public Tier tier() {
        return Tier.of(progress(), WATCH, 1);
    }
}
