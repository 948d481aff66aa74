package io.zhiwei.models.measure.number;

/** What can be wrong with an official number, judged by its own groups and dates alone. */
public enum Flaw {
    /** The number breaks a rule of its own format: an impossible date, class or check digit. */
    IMPOSSIBLE,
    /** The term that the number states, or that its format has, was over on the day in question. */
    EXPIRED,
    /** The number belongs to another kind of product. */
    WRONG_CATEGORY,
    /** The number was granted for another kind of medium. */
    WRONG_MEDIUM
}
