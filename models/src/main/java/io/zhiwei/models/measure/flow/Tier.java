package io.zhiwei.models.measure.flow;

/** How far a figure has gone. */
public enum Tier {
    /** Nothing to see, or too little known. */
    NONE,
    /** To be watched. */
    WATCH,
    /** Of weight by itself. */
    HIGH;

    static Tier of(double value, double watch, double high) {
        if (value >= high) {
            return HIGH;
        }
        return value >= watch ? WATCH : NONE;
    }
}
