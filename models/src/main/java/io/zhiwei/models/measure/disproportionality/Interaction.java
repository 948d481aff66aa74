package io.zhiwei.models.measure.disproportionality;

/**
 * Whether two products together bring more of an event than their risks added (Norén et al. 2008): Ω, a shrunken binary
 * logarithm of observed over expected with exact bounds. A signal has a lower bound above 0 and three reports at least.
 */
public final class Interaction {

    private Interaction() {}

    /**
     * Reports of one group.
     *
     * @param events reports of the group with the event
     * @param reports all reports of the group
     */
    public record Group(double events, double reports) {

        /** Refuses a group with more events than reports. */
        public Group {
            if (!(events >= 0 && events <= reports)) {
                throw new IllegalArgumentException("a group of " + reports + " reports has no " + events + " events");
            }
        }

        /** Returns the odds of the event; 0 where the group has no report, infinite where each report has the event. */
        private double odds() {
            return reports == 0 ? 0 : events / (reports - events);
        }
    }

    /**
     * Returns Ω with its interval of 95 %.
     *
     * @param both reports with both products
     * @param first reports with the first alone
     * @param second reports with the second alone
     * @param neither reports with neither
     */
    public static Estimate omega(Group both, Group first, Group second, Group neither) {
        return InformationComponent.of(both.events(), expected(both, first, second, neither));
    }

    /**
     * Returns the reports with both products and the event if each product added its own risk. A product that seems to
     * protect counts as without effect, or it could make an interaction out of nothing.
     */
    public static double expected(Group both, Group first, Group second, Group neither) {
        double background = neither.odds();
        double odds = Math.max(background, first.odds()) + Math.max(background, second.odds()) - background;
        return both.reports() * (odds == Double.POSITIVE_INFINITY ? 1 : odds / (1 + odds));
    }
}
