package io.zhiwei.models.definition;

/** Where a figure that an alert states comes from. */
public enum Origin {
    /** From flows, contracts or registers that somebody else keeps. */
    OBSERVED,
    /** From what the enterprise or a participant says. */
    DECLARED,
    /** Computed of figures that do not tell it alone. */
    ESTIMATED
}
