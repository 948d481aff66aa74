package io.zhiwei.models.measure.disproportionality.ranking;

import io.zhiwei.models.measure.disproportionality.Estimate;

/**
 * All measures of one pair. What is undefined is NaN, a ratio over 0 infinite.
 *
 * @param product the product
 * @param event the event
 * @param observed reports with both
 * @param expected reports with both that independence expects
 * @param relative observed over expected
 * @param proportional proportional reporting ratio
 * @param odds reporting odds ratio
 * @param chiSquare Pearson's χ², uncorrected
 * @param information information component
 * @param geometricMean empirical Bayes geometric mean with its 5 % and 95 % quantiles; undefined where no prior fits
 */
public record PairSignal(
        String product,
        String event,
        int observed,
        double expected,
        double relative,
        Estimate proportional,
        Estimate odds,
        double chiSquare,
        Estimate information,
        Estimate geometricMean) {}
