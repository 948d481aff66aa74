package io.zhiwei.models.screening;

import io.zhiwei.models.assessment.Digest;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.KeyedRule;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.keyed.Entry;
import io.zhiwei.models.keyed.Visit;
import io.zhiwei.models.measure.expression.Expression;
import io.zhiwei.models.measure.expression.ExpressionCompiler;
import io.zhiwei.models.measure.expression.ExpressionException;
import io.zhiwei.models.measure.expression.Facts;
import io.zhiwei.models.measure.expression.ValueType;
import io.zhiwei.models.measure.expression.Vocabulary;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.models.registry.RegistryFacts;
import io.zhiwei.models.registry.RegistryKinds;
import io.zhiwei.schemas.RegistryRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes registry records to the entities whose events one model's keyed indicators compare with them. Not thread-safe. */
public final class RegistryScreener {

    /** Records of one fact: the greater revision counts, then the later moment of recording, which has 42 bits until 2109. */
    private static final int RECORDED_BITS = 42;

    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(Registry.SEPARATOR));

    private final Model model;
    private final List<RecordFeed> feeds = new ArrayList<>();
    private @Nullable RegistryRecord atHand;

    /** A feed of registry records with its compiled expressions. */
    private record RecordFeed(
            String keeps,
            int place,
            Feed feed,
            Facts facts,
            @Nullable Expression when,
            List<Vocabulary.Word> key,
            List<Expression> numbers,
            List<Vocabulary.Word> members) {}

    private RegistryScreener(Model model) {
        this.model = model;
    }

    /**
     * Compiles a model's feeds of registry records.
     *
     * @throws DefinitionException with file and line of everything that does not fit
     */
    public static RegistryScreener of(Model model) {
        RegistryScreener screener = new RegistryScreener(model);
        Problems problems = new Problems(model.id() + "/model.yaml");
        for (Indicator indicator : model.indicators()) {
            KeyedRule rule = indicator.keyed();
            if (rule != null && indicator.active()) {
                for (int place = 0; place < rule.feeds().size(); place++) {
                    if (rule.feeds().get(place).registry() != null) {
                        screener.add(indicator, place, rule.feeds().get(place), problems);
                    }
                }
            }
        }
        problems.throwIfAny();
        return screener;
    }

    private void add(Indicator indicator, int place, Feed feed, Problems problems) {
        RegistryKinds kinds = RegistryKinds.beside(model, problems);
        Map<String, ValueType> attributes = kinds.attributesOf(String.valueOf(feed.registry()), feed.line(), problems);
        Vocabulary vocabulary = new Vocabulary();
        RegistryFacts registryFacts = new RegistryFacts("", attributes, vocabulary);
        Facts facts = vocabulary.newFacts();
        registryFacts.leave(facts, () -> atHand);
        ExpressionCompiler expressions = new ExpressionCompiler(vocabulary);
        List<Expression> numbers = new ArrayList<>();
        feed.values()
                .values()
                .forEach(source -> compile(expressions, source, ValueType.NUMBER, feed, problems)
                        .ifPresent(numbers::add));
        feed.flags()
                .values()
                .forEach(source -> compile(expressions, source, ValueType.FLAG, feed, problems)
                        .ifPresent(numbers::add));
        String when = feed.when();
        feeds.add(new RecordFeed(
                Objects.requireNonNull(indicator.keyed()).place(indicator.id()),
                place,
                feed,
                facts,
                when == null
                        ? null
                        : compile(expressions, when, ValueType.FLAG, feed, problems)
                                .orElse(null),
                feed.entity().equals(List.of(Feed.RECORD_KEY))
                        ? List.of()
                        : words(feed.entity(), vocabulary, feed, problems),
                numbers,
                words(List.copyOf(feed.members().values()), vocabulary, feed, problems)));
    }

    private static Optional<Expression> compile(
            ExpressionCompiler expressions, String source, ValueType type, Feed feed, Problems problems) {
        try {
            return Optional.of(expressions.compile(source, type));
        } catch (ExpressionException e) {
            problems.add(feed.line(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static List<Vocabulary.Word> words(
            List<String> names, Vocabulary vocabulary, Feed feed, Problems problems) {
        List<Vocabulary.Word> words = new ArrayList<>();
        for (String name : names) {
            Optional<Vocabulary.Word> word = vocabulary.find(name);
            if (word.isEmpty()) {
                problems.add(
                        feed.line(),
                        "a record of kind '" + feed.registry() + "' has no attribute '" + name + "'."
                                + Problems.suggest(name, vocabulary.words().keySet()));
            }
            word.ifPresent(words::add);
        }
        return words;
    }

    /** Returns the indicators to which records go, with the layout of what they keep. */
    public Set<String> places() {
        return feeds.stream().map(feed -> model.id() + "|" + feed.keeps).collect(Collectors.toSet());
    }

    /** Returns where a record goes; a marker goes nowhere. */
    public List<Visit> screen(RegistryRecord record) {
        List<Visit> visits = new ArrayList<>();
        if (record.getSnapshotComplete()) {
            return visits;
        }
        atHand = record;
        for (RecordFeed feed : feeds) {
            if (record.getKind().equals(feed.feed.registry())) {
                feed.facts.clear();
                String[] key = key(feed, record);
                if ((feed.when == null || feed.when.holds(feed.facts)) && isKnown(key)) {
                    visits.add(new Visit(model.id(), 0, feed.keeps, Digest.hex(key), entry(feed, record)));
                }
            }
        }
        return visits;
    }

    private static String[] key(RecordFeed feed, RegistryRecord record) {
        return feed.key.isEmpty()
                ? SEPARATOR.split(record.getKey(), -1)
                : feed.key.stream().map(word -> text(word, feed.facts)).toArray(String[]::new);
    }

    private static boolean isKnown(String[] key) {
        for (String part : key) {
            if (part.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String text(Vocabulary.Word word, Facts facts) {
        Object value = facts.get(word);
        return value == null ? "" : value.toString();
    }

    private static Entry entry(RecordFeed feed, RegistryRecord record) {
        Instant from = record.getValidFrom();
        Instant to = record.getValidTo();
        long start = from == null ? 0 : from.toEpochMilli();
        long end = to == null ? Long.MAX_VALUE : to.toEpochMilli();
        return new Entry(
                feed.place,
                record.getRecordId(),
                start,
                record.getWithdrawn() ? start : end,
                (record.getRevision() << RECORDED_BITS) + record.getRecordedAt().toEpochMilli(),
                feed.numbers.stream()
                        .mapToDouble(number -> FeedReading.asNumber(number.value(feed.facts)))
                        .toArray(),
                feed.members.stream().map(word -> text(word, feed.facts)).toArray(String[]::new),
                0,
                "",
                1,
                Double.NaN,
                null);
    }
}
