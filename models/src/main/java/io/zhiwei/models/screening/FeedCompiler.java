package io.zhiwei.models.screening;

import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.KeyedRule;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.measure.expression.Expression;
import io.zhiwei.models.measure.expression.ValueType;
import io.zhiwei.models.measure.expression.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles the feeds of a model's keyed indicators that read one topic. */
final class FeedCompiler {

    /** Compiles an expression at a line; what does not fit is noted. */
    interface Expressions {
        Expression compile(String source, ValueType type, int line);
    }

    private final Model model;
    private final EventFields fields;
    private final Vocabulary vocabulary;
    private final Expressions expressions;
    private final Problems problems;

    FeedCompiler(Model model, EventFields fields, Vocabulary vocabulary, Expressions expressions, Problems problems) {
        this.model = model;
        this.fields = fields;
        this.vocabulary = vocabulary;
        this.expressions = expressions;
        this.problems = problems;
    }

    /**
     * Returns the feeds of an indicator that read the topic.
     *
     * @param applies condition under which the indicator exists
     * @param exempt look-alikes that keep its events away
     */
    List<FeedReading> of(Indicator indicator, String applies, List<Expression> exempt) {
        List<FeedReading> result = new ArrayList<>();
        KeyedRule rule = indicator.keyed();
        if (rule == null || !indicator.active()) {
            return result;
        }
        for (int place = 0; place < rule.feeds().size(); place++) {
            Feed feed = rule.feeds().get(place);
            if (feed.stream().equals(model.stream())) {
                result.add(reading(indicator, place, feed, applies, exempt));
            }
        }
        return result;
    }

    private FeedReading reading(Indicator indicator, int place, Feed feed, String applies, List<Expression> exempt) {
        int line = feed.line();
        List<Expression> when = new ArrayList<>();
        when.add(expressions.compile(applies, ValueType.FLAG, line));
        if (indicator.when() != null) {
            when.add(expressions.compile(indicator.when(), ValueType.FLAG, line));
        }
        if (feed.when() != null) {
            when.add(expressions.compile(feed.when(), ValueType.FLAG, line));
        }
        List<Expression> numbers = new ArrayList<>();
        for (Map.Entry<String, String> value : feed.values().entrySet()) {
            numbers.add(expressions.compile(value.getValue(), ValueType.NUMBER, line));
        }
        for (Map.Entry<String, String> flag : feed.flags().entrySet()) {
            numbers.add(expressions.compile(flag.getValue(), ValueType.FLAG, line));
        }
        return new FeedReading(
                model,
                indicator,
                Objects.requireNonNull(indicator.keyed()).place(indicator.id()),
                place,
                feed,
                when,
                exempt,
                feed.entity().stream().map(part -> part(part, line)).toList(),
                each(feed.entity()),
                numbers,
                feed.members().values().stream().map(part -> part(part, line)).toList(),
                feed.corrects() == null ? null : part(feed.corrects(), line),
                feed.version() == null ? null : expressions.compile(feed.version(), ValueType.NUMBER, line));
    }

    /** Returns the part of the key that lists entities, each of which is visited; null where there is none. */
    private FeedReading.@Nullable Each each(List<String> entity) {
        for (int place = 0; place < entity.size(); place++) {
            Optional<Vocabulary.Word> word = vocabulary.find(entity.get(place));
            if (word.isPresent() && word.get().type() == ValueType.TEXTS) {
                return new FeedReading.Each(place, word.get());
            }
        }
        return null;
    }

    KeyPart part(String source, int line) {
        List<String> names =
                Arrays.stream(source.split("\\|")).map(String::trim).toList();
        return new KeyPart(names.stream().map(name -> source(name, line)).toList());
    }

    private KeyPart.Source source(String name, int line) {
        if (name.equals(EventParts.CREATIVE)) {
            return KeyPart.creative();
        }
        if (fields.position(name).isPresent()) {
            return KeyPart.field(fields.position(name).orElseThrow());
        }
        if (vocabulary.find(name).isPresent()) {
            return KeyPart.word(vocabulary.find(name).orElseThrow());
        }
        problems.add(
                line,
                "the event has no field '" + name + "', and no derived value has that name."
                        + Problems.suggest(name, vocabulary.words().keySet()));
        return (event, text, facts) -> "";
    }
}
