package io.zhiwei.console.web;

import io.zhiwei.console.alert.AlertView;
import io.zhiwei.console.alert.FindingView;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The score as it builds up: findings joined one by one, strongest first, as independent signs (noisy-or), before the
 * severity factors; what is only context adds nothing. Explains what the pipeline computed; decides nothing.
 */
final class ScoreSteps {

    private static final double PERCENT = 100;

    private ScoreSteps() {}

    /**
     * A finding and what the score is with it.
     *
     * @param finding the finding
     * @param nameEn English name of the indicator; the Chinese one where the model does not know it any more
     * @param adds points that it adds
     * @param score score with it and all before it, 0 to 100
     */
    record Step(FindingView finding, String nameEn, double adds, double score) {}

    static List<Step> of(AlertView alert, @Nullable Model model) {
        ToDoubleFunction<FindingView> strength = finding -> isContext(finding, model) ? 0 : strength(finding);
        List<Step> steps = new ArrayList<>();
        double innocent = 1;
        for (FindingView finding : alert.findings().stream()
                .sorted(Comparator.comparingDouble(strength).reversed())
                .toList()) {
            double before = PERCENT * (1 - innocent);
            innocent *= 1 - strength.applyAsDouble(finding);
            double after = PERCENT * (1 - innocent);
            steps.add(new Step(finding, nameEn(finding, model), after - before, after));
        }
        return steps;
    }

    private static String nameEn(FindingView finding, @Nullable Model model) {
        return Optional.ofNullable(model)
                .flatMap(known -> known.indicator(finding.indicator()))
                .map(indicator -> indicator.name().en())
                .orElse(finding.name());
    }

    private static boolean isContext(FindingView finding, @Nullable Model model) {
        return model != null
                && model.indicators().stream()
                        .anyMatch(one -> one.id().equals(finding.indicator()) && one.role() == Indicator.Role.CONTEXT);
    }

    private static double strength(FindingView finding) {
        return Math.min(1, finding.weight() * finding.confidence() / PERCENT);
    }
}
