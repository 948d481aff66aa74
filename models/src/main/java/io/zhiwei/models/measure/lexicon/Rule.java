package io.zhiwei.models.measure.lexicon;

/**
 * A compiled phrase of a claim.
 *
 * @param order place among all rules; prescribed wording comes first
 * @param claim index of the claim
 * @param id claim and source of the phrase
 * @param elements what must follow one another
 * @param gaps characters allowed before each element
 * @param across whether each gap may reach over the end of a sentence
 * @param numbers whether some element is a number
 * @param context whether it tells what a text speaks of: once is enough
 * @param conditions its conditions
 */
record Rule(
        int order,
        int claim,
        String id,
        int[] elements,
        int[] gaps,
        boolean[] across,
        boolean numbers,
        boolean context,
        Conditions conditions) {

    Rule withOrder(int place) {
        return new Rule(place, claim, id, elements, gaps, across, numbers, context, conditions);
    }

    /**
     * Conditions of a rule, as elements; -1 where there is none.
     *
     * @param confidence 0 to 1
     * @param atomic whether no negation takes it back
     * @param shields whether nothing else is found inside
     * @param unless element that must not stand in the same clause
     * @param unlessText element that must not stand in the text
     * @param needs element that must stand in the same sentence
     * @param needsText element that must stand in the text
     * @param times factor of the value; 0 where there is none
     */
    record Conditions(
            double confidence,
            boolean atomic,
            boolean shields,
            int unless,
            int unlessText,
            int needs,
            int needsText,
            double times) {}
}
