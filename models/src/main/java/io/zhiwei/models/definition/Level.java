package io.zhiwei.models.definition;

/** Warning level, ascending. */
public enum Level {
    NONE,
    BLUE,
    YELLOW,
    ORANGE,
    RED;

    /** Returns the higher of two levels. */
    public Level max(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
