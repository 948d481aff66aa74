package io.zhiwei.models.measure.report;

/**
 * How a product relates to a reaction: the six categories of WHO-UMC that the national form uses (关联性评价).
 */
public enum Causality {
    /** 肯定. */
    CERTAIN(1),
    /** 很可能. */
    PROBABLE(0.9),
    /** 可能. */
    POSSIBLE(0.6),
    /** 可能无关. */
    UNLIKELY(0.1),
    /** 待评价: more material is needed. */
    CONDITIONAL(0.5),
    /** 无法评价: key data cannot be had. */
    UNASSESSABLE(0.3);

    private final double weight;

    Causality(double weight) {
        this.weight = weight;
    }

    /**
     * Returns what a report weighs in a count that takes the assessment into account: an engineering choice, for comparison
     * with the plain count, never mixed with it in one table.
     */
    public double weight() {
        return weight;
    }

    /** An answer to one of the five questions. */
    public enum Answer {
        /** Yes. */
        YES,
        /** No. */
        NO,
        /** Not known, or not tried. */
        UNKNOWN
    }

    /**
     * The five questions of the assessment.
     *
     * @param plausibleTime is the order of use and reaction plausible in time?
     * @param knownReaction is the reaction known of the product?
     * @param betterOnStopping did it ease when the product was stopped or reduced?
     * @param againOnReuse did it come again on re-use?
     * @param otherCause would another product, the disease or another treatment explain it?
     * @param moreToCome whether what is missing can still be had
     */
    public record Answers(
            Answer plausibleTime,
            Answer knownReaction,
            Answer betterOnStopping,
            Answer againOnReuse,
            Answer otherCause,
            boolean moreToCome) {}

    /** Returns the category that the answers give. */
    public static Causality of(Answers answers) {
        return switch (answers.plausibleTime) {
            case NO -> UNLIKELY;
            case UNKNOWN -> answers.moreToCome ? CONDITIONAL : UNASSESSABLE;
            case YES -> ofPlausible(answers);
        };
    }

    private static Causality ofPlausible(Answers answers) {
        boolean likely = answers.knownReaction == Answer.YES
                && answers.betterOnStopping == Answer.YES
                && answers.otherCause == Answer.NO;
        if (!likely) {
            return POSSIBLE;
        }
        return switch (answers.againOnReuse) {
            case YES -> CERTAIN;
            case UNKNOWN -> PROBABLE;
            case NO -> POSSIBLE;
        };
    }
}
