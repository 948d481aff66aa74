package io.zhiwei.console.health;

/** Which servers answer. */
public record Health(boolean elasticsearch, boolean kafka) {

    /** Both answer. */
    public static final Health GOOD = new Health(true, true);
}
