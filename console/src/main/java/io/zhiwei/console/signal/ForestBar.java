package io.zhiwei.console.signal;

/**
 * One line of a forest plot, {@value #WIDTH} wide, from an information component of -4 to one of 8. What lies outside ends at the
 * edge.
 *
 * @param low where the interval begins
 * @param middle where the estimate stands
 * @param high where it ends
 * @param zero where independence stands
 */
public record ForestBar(long low, long middle, long high, long zero) {

    /** Width of the plot. */
    public static final int WIDTH = 240;

    private static final double FROM = -4;
    private static final double TO = 8;

    static ForestBar of(double low, double middle, double high) {
        return new ForestBar(place(low), place(middle), place(high), place(0));
    }

    private static long place(double value) {
        double inside = Math.max(FROM, Math.min(TO, value));
        return Math.round((inside - FROM) / (TO - FROM) * WIDTH);
    }
}
