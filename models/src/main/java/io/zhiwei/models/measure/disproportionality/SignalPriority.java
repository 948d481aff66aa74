package io.zhiwei.models.measure.disproportionality;

/**
 * What decides which of many signals is looked at first: the kind of evidence that vigiRank weighs (Caster et al. 2014),
 * with weights of our own that are not fitted yet. A rank, not a probability.
 *
 * @param informative well documented reports
 * @param recent reports of the last 90 days
 * @param component lower bound of the information component
 * @param provinces provinces that report
 * @param narratives reports with a narrative
 * @param unlisted whether the package insert does not name the event
 * @param death whether a report is fatal
 * @param designated whether the event is one that always matters, such as anaphylactic shock
 * @param childOrPregnant whether a report is about a child or a pregnancy
 * @param rechallenge whether the event came again on re-use
 */
public record SignalPriority(
        long informative,
        long recent,
        double component,
        long provinces,
        long narratives,
        boolean unlisted,
        boolean death,
        boolean designated,
        boolean childOrPregnant,
        boolean rechallenge) {

    private static final double MOST_COMPONENT = 3;

    /** Returns the score; more is more urgent. */
    public double score() {
        return -4
                + 0.8 * Math.log1p(informative)
                + 0.6 * Math.log1p(recent)
                + 1.0 * of(component > 0)
                + 0.5 * Math.max(0, Math.min(component, MOST_COMPONENT))
                + 0.4 * Math.log1p(provinces)
                + 0.4 * Math.log1p(narratives)
                + 1.0 * of(unlisted)
                + 1.2 * of(death)
                + 0.8 * of(designated)
                + 0.5 * of(childOrPregnant)
                + 0.8 * of(rechallenge);
    }

    private static int of(boolean holds) {
        return holds ? 1 : 0;
    }
}
