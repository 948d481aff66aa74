package io.zhiwei.models.measure.disproportionality;

/** What a criterion says of a pair. */
public enum Verdict {
    /** The pair stands out. */
    SIGNAL,
    /** It does not. */
    SILENT,
    /** The measure does not exist for the pair, as a ratio over an empty cell. */
    UNDEFINED;

    static Verdict of(boolean signal) {
        return signal ? SIGNAL : SILENT;
    }
}
