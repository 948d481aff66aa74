package io.zhiwei.models.screening;

import io.zhiwei.models.definition.Case;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Derived;
import io.zhiwei.models.definition.Exemption;
import io.zhiwei.models.definition.Factor;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Lookup;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.NumberRule;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.definition.Threshold;
import io.zhiwei.models.measure.expression.Expression;
import io.zhiwei.models.measure.expression.ExpressionCompiler;
import io.zhiwei.models.measure.expression.ExpressionException;
import io.zhiwei.models.measure.expression.ValueType;
import io.zhiwei.models.measure.expression.Vocabulary;
import io.zhiwei.models.measure.lexicon.LexiconDefinition;
import io.zhiwei.models.measure.number.NumberCheck;
import io.zhiwei.models.measure.number.NumberFormats;
import io.zhiwei.models.registry.RegistryFacts;
import io.zhiwei.models.registry.RegistryKinds;
import io.zhiwei.models.screening.CompiledIndicator.Conditional;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Compiles a model against its event schema and refuses, with file and line, whatever does not fit. */
final class ModelCompiler {

    private static final Path NUMBER_FORMATS = Path.of("reference", "numbers.yaml");

    private final Model model;
    private final Problems problems;
    private final Vocabulary vocabulary = new Vocabulary();
    private final ExpressionCompiler expressions = new ExpressionCompiler(vocabulary);
    private final ClaimUse claimUse = new ClaimUse();
    private final EventFields fields;

    ModelCompiler(Model model, Schema schema) {
        this.model = model;
        this.problems = new Problems(model.id() + "/model.yaml");
        this.fields = new EventFields(schema, vocabulary);
    }

    CompiledModel compile() {
        for (Threshold threshold : model.thresholds()) {
            vocabulary.addConstant("thresholds." + threshold.name(), ValueType.NUMBER, threshold.value());
        }
        LexiconDefinition lexicon = ModelText.definition(model, problems);
        Map<Vocabulary.Word, List<Conditional<Expression>>> keys =
                derived(model.reads().keys());
        TextReading text =
                TextReading.compile(model, lexicon, positions(model.text().fields(), 0), vocabulary, problems);
        List<LookupReading> lookups = lookups(text);
        List<NumberReading> numbers = numbers();
        Map<Vocabulary.Word, List<Conditional<Expression>>> derived =
                derived(model.reads().derived());
        Map<Exemption, Expression> exemptions = exemptions();
        CompiledModel compiled = new CompiledModel(
                model,
                vocabulary,
                fields,
                new EventParts(model, fields, problems),
                keys,
                lookups,
                text,
                numbers,
                derived,
                applies(),
                indicators(text),
                feeds(exemptions),
                exemptions,
                factors(),
                agencies());
        ModelText.refuseIdleClaims(model, lexicon, claimUse, problems);
        problems.throwIfAny();
        return compiled;
    }

    private List<NumberReading> numbers() {
        List<NumberReading> result = new ArrayList<>();
        if (model.reads().numbers().isEmpty()) {
            return result;
        }
        NumberFormats formats = formats();
        for (NumberRule rule : model.reads().numbers()) {
            for (String id : rule.formats()) {
                if (!formats.ids().contains(id)) {
                    problems.add(
                            rule.line(),
                            "there is no number format '" + id + "'." + Problems.suggest(id, formats.ids()));
                }
            }
            result.add(new NumberReading(
                    rule,
                    new NumberCheck(formats.select(rule.formats())),
                    positions(rule.fields(), rule.line()),
                    earlier(result, rule),
                    vocabulary));
        }
        return result;
    }

    private @Nullable NumberReading earlier(List<NumberReading> readings, NumberRule rule) {
        if (rule.against().isEmpty()) {
            return null;
        }
        Optional<NumberReading> found = readings.stream()
                .filter(reading -> reading.name().equals(rule.against()))
                .findFirst();
        if (found.isEmpty()) {
            problems.add(rule.line(), "no number rule '" + rule.against() + "' stands above '" + rule.name() + "'.");
        }
        return found.orElse(null);
    }

    private NumberFormats formats() {
        Path file = model.folder().resolve("../..").normalize().resolve(NUMBER_FORMATS);
        Problems fileProblems = new Problems(NUMBER_FORMATS.toString());
        try {
            NumberFormats formats = NumberFormats.read(file, fileProblems);
            problems.addAll(fileProblems.found());
            return formats;
        } catch (IOException e) {
            fileProblems.add(0, "cannot be read: " + e.getMessage() + ". It belongs beside the model library.");
            throw new DefinitionException(fileProblems.found());
        }
    }

    private int[] positions(List<String> names, int line) {
        return names.stream()
                .mapToInt(name -> fields.position(name).orElseGet(() -> {
                    problems.add(
                            line, "the event has no field '" + name + "'." + Problems.suggest(name, fields.names()));
                    return 0;
                }))
                .toArray();
    }

    /** Derived values in their order: one may name those above it. */
    private Map<Vocabulary.Word, List<Conditional<Expression>>> derived(List<Derived> values) {
        Map<Vocabulary.Word, List<Conditional<Expression>>> result = new LinkedHashMap<>();
        for (Derived value : values) {
            ValueType type = typeOf(value);
            List<Conditional<Expression>> conditionals = new ArrayList<>();
            for (Case branch : value.cases()) {
                conditionals.add(new Conditional<>(
                        condition(branch.when(), branch.line()), expression(branch.value(), type, branch.line())));
            }
            conditionals.add(new Conditional<>(
                    condition("true", value.line()), expression(value.otherwise(), type, value.line())));
            result.put(vocabulary.add(value.name(), type), conditionals);
        }
        return result;
    }

    /** A derived value is what its last branch is; a text where that is nothing. */
    private ValueType typeOf(Derived value) {
        for (ValueType type : List.of(ValueType.FLAG, ValueType.NUMBER, ValueType.WHOLE, ValueType.TEXTS)) {
            try {
                expressions.compile(value.otherwise(), type);
                return type;
            } catch (ExpressionException e) {
                // The next type.
            }
        }
        return ValueType.TEXT;
    }

    private List<LookupReading> lookups(TextReading text) {
        List<LookupReading> result = new ArrayList<>();
        if (model.reads().lookups().isEmpty()) {
            return result;
        }
        RegistryKinds kinds = RegistryKinds.beside(model, problems);
        FeedCompiler parts = new FeedCompiler(model, fields, vocabulary, this::expression, problems);
        for (Lookup lookup : model.reads().lookups()) {
            result.add(new LookupReading(
                    lookup,
                    lookup.key().stream()
                            .map(part -> parts.part(part, lookup.line()))
                            .toList(),
                    new RegistryFacts(
                            lookup.name(), kinds.attributesOf(lookup.registry(), lookup.line(), problems), vocabulary),
                    vocabulary.add("absent." + lookup.name(), ValueType.FLAG),
                    text));
        }
        return result;
    }

    private List<CompiledIndicator> indicators(TextReading text) {
        List<String> claims = text.claims();
        List<CompiledIndicator> result = new ArrayList<>();
        for (Indicator indicator : model.indicators()) {
            claimUse.note(indicator);
            if (!indicator.active() || indicator.keyed() != null) {
                continue;
            }
            for (String claim : indicator.claims()) {
                if (!claims.contains(claim)) {
                    problems.add(
                            indicator.line(),
                            indicator.id() + ": the lexicon has no claim '" + claim + "'."
                                    + Problems.suggest(claim, claims));
                }
            }
            result.add(indicator(indicator, text));
        }
        return result;
    }

    /** Nothing of a model needs to be asked where all of it asks the same first. */
    private @Nullable Expression applies() {
        boolean own = model.indicators().stream().anyMatch(indicator -> indicator.applies() != null);
        return own || model.reads().applies().equals("true")
                ? null
                : condition(model.reads().applies(), 0);
    }

    private List<FeedReading> feeds(Map<Exemption, Expression> exemptions) {
        FeedCompiler compiler = new FeedCompiler(model, fields, vocabulary, this::expression, problems);
        List<FeedReading> result = new ArrayList<>();
        for (Indicator indicator : model.indicators()) {
            if (indicator.active() && indicator.keyed() != null && judgesOn(indicator)) {
                refuseUnknownSubject(indicator);
            }
            String applies = indicator.applies();
            result.addAll(compiler.of(
                    indicator, applies == null ? model.reads().applies() : applies, erasing(indicator, exemptions)));
        }
        return result;
    }

    /** Returns the look-alikes that leave nothing of an indicator's weight. */
    private static List<Expression> erasing(Indicator indicator, Map<Exemption, Expression> exemptions) {
        return exemptions.entrySet().stream()
                .filter(entry -> entry.getKey().keep() == 0
                        && (entry.getKey().indicators().isEmpty()
                                || entry.getKey().indicators().contains(indicator.id())))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether events of this stream are judged, and not only compared with. */
    private boolean judgesOn(Indicator indicator) {
        return Objects.requireNonNull(indicator.keyed()).feeds().stream()
                .anyMatch(feed -> !feed.joins() && feed.stream().equals(model.stream()));
    }

    private void refuseUnknownSubject(Indicator indicator) {
        if (!model.reads().subjects().containsKey(indicator.subject())) {
            problems.add(
                    indicator.line(),
                    indicator.id() + ": there is no subject '" + indicator.subject() + "' on " + model.stream() + "."
                            + Problems.suggest(
                                    indicator.subject(),
                                    model.reads().subjects().keySet()));
        }
    }

    private CompiledIndicator indicator(Indicator indicator, TextReading text) {
        String when = indicator.when();
        String applies = indicator.applies();
        int line = indicator.line();
        refuseUnknownSubject(indicator);
        if (indicator.numbers() != null
                && model.reads().numbers().stream()
                        .noneMatch(rule -> rule.name().equals(indicator.numbers()))) {
            problems.add(line, indicator.id() + ": there is no number rule '" + indicator.numbers() + "'.");
        }
        return new CompiledIndicator(
                indicator,
                text.places(indicator.claims()),
                Optional.ofNullable(indicator.threshold())
                        .flatMap(model::threshold)
                        .orElse(null),
                condition(applies == null ? model.reads().applies() : applies, line),
                when == null ? null : condition(when, line),
                conditionals(indicator.weights(), this::weight),
                conditionals(indicator.floors(), branch -> level(branch, line)));
    }

    private double weight(Case branch) {
        try {
            double weight = Double.parseDouble(branch.value());
            if (weight >= 0 && weight <= 100) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same sentence as a number outside the range.
        }
        problems.add(branch.line(), "'" + branch.value() + "' is not a weight from 0 to 100.");
        return 0;
    }

    private Level level(Case branch, int line) {
        try {
            return Level.valueOf(branch.value());
        } catch (IllegalArgumentException e) {
            problems.add(line, "'" + branch.value() + "' is no level. Known: BLUE, YELLOW, ORANGE, RED.");
            return Level.NONE;
        }
    }

    private Map<Exemption, Expression> exemptions() {
        Map<Exemption, Expression> result = new LinkedHashMap<>();
        model.reads()
                .exemptions()
                .forEach(exemption -> result.put(exemption, condition(exemption.when(), exemption.line())));
        return result;
    }

    private Map<String, List<Conditional<Double>>> factors() {
        Map<String, List<Conditional<Double>>> result = new LinkedHashMap<>();
        for (Factor factor : model.factors()) {
            result.put(factor.id(), conditionals(factor.cases(), this::multiplier));
        }
        return result;
    }

    private double multiplier(Case branch) {
        try {
            return Double.parseDouble(branch.value());
        } catch (NumberFormatException e) {
            problems.add(branch.line(), "'" + branch.value() + "' is not a multiplier.");
            return 1;
        }
    }

    private List<Conditional<String>> agencies() {
        return conditionals(model.reads().leadAgency(), Case::value);
    }

    private <T> List<Conditional<T>> conditionals(List<Case> cases, Function<Case, T> value) {
        List<Conditional<T>> result = new ArrayList<>();
        for (Case branch : cases) {
            result.add(new Conditional<>(condition(branch.when(), branch.line()), value.apply(branch)));
        }
        return result;
    }

    private Expression condition(String source, int line) {
        return expression(source, ValueType.FLAG, line);
    }

    private Expression expression(String source, ValueType type, int line) {
        claimUse.note(source);
        try {
            return expressions.compile(source, type);
        } catch (ExpressionException e) {
            problems.add(line, String.valueOf(e.getMessage()));
            return never(type);
        }
    }

    private Expression never(ValueType type) {
        try {
            return expressions.compile(
                    switch (type) {
                        case FLAG -> "false";
                        case NUMBER -> "0.0";
                        case WHOLE -> "0";
                        case TEXT -> "''";
                        case TEXTS -> "['']";
                    },
                    type);
        } catch (ExpressionException e) {
            throw new IllegalStateException(e);
        }
    }
}
