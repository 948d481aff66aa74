package io.zhiwei.models.measure.disproportionality.counting;

/**
 * What reports add to a cell, or take from it where negative.
 *
 * @param reports reports
 * @param serious serious ones among them
 * @param fatal fatal ones among them
 * @param unlisted those among them whose event the package insert does not name
 */
public record Step(int reports, int serious, int fatal, int unlisted) {

    /** One report of which nothing else is known. */
    public static final Step ONE = new Step(1, 0, 0, 0);

    /** Nothing. */
    public static final Step NONE = new Step(0, 0, 0, 0);

    /** Returns both steps together. */
    public Step plus(Step other) {
        return new Step(
                reports + other.reports, serious + other.serious, fatal + other.fatal, unlisted + other.unlisted);
    }

    /** Returns the step back. */
    public Step back() {
        return new Step(-reports, -serious, -fatal, -unlisted);
    }
}
