package io.zhiwei.models.screening;

import io.zhiwei.models.assessment.EventRef;
import io.zhiwei.models.assessment.Evidence;
import io.zhiwei.models.assessment.Finding;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Threshold;
import io.zhiwei.models.measure.expression.Expression;
import io.zhiwei.models.measure.expression.Facts;
import io.zhiwei.models.measure.lexicon.Hit;
import io.zhiwei.models.measure.number.OfficialNumber;
import io.zhiwei.models.text.SuspectedDisguise.Suspicion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Evaluates the stateless indicators of a model on one event. */
final class SignFinder {

    private static final double HUNDRED = 100;

    private final CompiledModel compiled;
    private final List<CompiledIndicator> certain;
    private final List<CompiledIndicator> uncertain;

    SignFinder(CompiledModel compiled) {
        this.compiled = compiled;
        this.certain = compiled.indicators().stream()
                .filter(indicator -> !indicator.aboutSuspicion())
                .toList();
        this.uncertain = compiled.indicators().stream()
                .filter(CompiledIndicator::aboutSuspicion)
                .toList();
    }

    List<Finding> find(EventRef event, Facts facts) {
        List<Finding> found = new ArrayList<>();
        for (CompiledIndicator indicator : certain) {
            if (mayFire(indicator) && indicator.concerns(facts)) {
                Finding finding = finding(indicator, event, facts);
                if (finding != null) {
                    found.add(finding);
                }
            }
        }
        if (!found.isEmpty() && !uncertain.isEmpty() && !compiled.text().isEvaded()) {
            compiled.text().suspect(facts).ifPresent(suspicion -> addUncertain(found, suspicion, event, facts));
        }
        return found;
    }

    /** A suspicion marks what other findings made suspicious; alone it says nothing. */
    private void addUncertain(List<Finding> found, Suspicion suspicion, EventRef event, Facts facts) {
        Evidence evidence = new Evidence(event, "text", suspicion.written(), List.of(), suspicion.word() + "?");
        for (CompiledIndicator indicator : uncertain) {
            if (indicator.concerns(facts)) {
                found.add(finding(indicator, 1, 1, "condition", 1, true, evidence, facts));
            }
        }
    }

    /** Cheap look before the conditions are evaluated: without a hit there is nothing to say. */
    private boolean mayFire(CompiledIndicator indicator) {
        return indicator.indicator().measure() != Indicator.Measure.LEXICON
                || compiled.text().claimsAny(indicator.claims());
    }

    private @Nullable Finding finding(CompiledIndicator indicator, EventRef event, Facts facts) {
        return switch (indicator.indicator().measure()) {
            case LEXICON -> fromLexicon(indicator, event, facts);
            case CLASSIFIER -> fromClassifier(indicator, event, facts);
            case NUMBER -> fromNumbers(indicator, event, facts);
            case EXPRESSION, REGISTRY -> fromExpression(indicator, event, facts);
            case WINDOW, LEDGER, MOVEMENT, BASELINE, DISPROPORTIONALITY -> null;
        };
    }

    private Finding fromLexicon(CompiledIndicator indicator, EventRef event, Facts facts) {
        List<Hit> hits = compiled.text().hits(indicator.claims());
        double confidence = 0;
        boolean evaded = false;
        for (Hit hit : hits) {
            confidence = Math.max(confidence, hit.confidence());
            evaded |= hit.evaded();
        }
        Evidence evidence = compiled.text().quoteHits(event, hits);
        Threshold threshold = indicator.threshold();
        double largest = hits.stream().mapToDouble(Hit::value).max().orElse(0);
        return threshold == null || largest == 0
                ? finding(indicator, hits.size(), 1, "hits", confidence, evaded, evidence, facts)
                : finding(indicator, largest, threshold.value(), threshold.unit(), confidence, evaded, evidence, facts);
    }

    /** The share of the way from the threshold to certainty is the confidence. */
    private @Nullable Finding fromClassifier(CompiledIndicator indicator, EventRef event, Facts facts) {
        double probability = compiled.text().probability();
        Threshold threshold = indicator.threshold();
        if (threshold == null || probability < threshold.value()) {
            return null;
        }
        double confidence = (probability - threshold.value()) / (1 - threshold.value());
        Evidence evidence = compiled.text().quoteLearned(event);
        boolean evaded = compiled.text().isEvaded();
        return finding(
                indicator, probability, threshold.value(), threshold.unit(), confidence, evaded, evidence, facts);
    }

    private Finding fromNumbers(CompiledIndicator indicator, EventRef event, Facts facts) {
        String name = String.valueOf(indicator.indicator().numbers());
        List<OfficialNumber> numbers = compiled.numbers().stream()
                .filter(reading -> reading.name().equals(name))
                .findFirst()
                .map(NumberReading::numbers)
                .orElse(List.of());
        String shown = numbers.stream().map(OfficialNumber::shown).collect(Collectors.joining("; "));
        String note = numbers.stream().map(SignFinder::verdict).collect(Collectors.joining("; "));
        Evidence evidence = new Evidence(event, name, shown, List.of(), numbers.isEmpty() ? "none shown" : note);
        return finding(indicator, 1, 1, "condition", 1, false, evidence, facts);
    }

    private static String verdict(OfficialNumber number) {
        return (number.format() == null ? "no known format" : number.format())
                + (number.expiry() == null ? "" : ", valid to " + number.expiry())
                + (number.flaws().isEmpty() ? "" : ", " + number.flaws());
    }

    private Finding fromExpression(CompiledIndicator indicator, EventRef event, Facts facts) {
        Expression when = indicator.when();
        String shown = when == null ? "" : when.describe(facts);
        Evidence evidence = new Evidence(event, "condition", shown, List.of(), when == null ? "" : when.source());
        boolean evaded = indicator.aboutSpelling() && compiled.text().isEvaded();
        return finding(indicator, 1, 1, "condition", 1, evaded, evidence, facts);
    }

    private Finding finding(
            CompiledIndicator indicator,
            double value,
            double threshold,
            String unit,
            double confidence,
            boolean evaded,
            Evidence evidence,
            Facts facts) {
        double weight = indicator.weight(facts) * (evaded ? compiled.model().evasionMultiplier() : 1);
        return new Finding(
                indicator.indicator().id(),
                value,
                threshold,
                unit,
                Math.min(HUNDRED, weight),
                confidence,
                evaded,
                indicator.floor(facts),
                evidence);
    }
}
