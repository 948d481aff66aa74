package io.zhiwei.models.keyed;

import io.zhiwei.models.assessment.EventRef;
import io.zhiwei.models.assessment.Evidence;
import io.zhiwei.models.assessment.Finding;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Profile;
import io.zhiwei.models.assessment.Sign;
import io.zhiwei.models.assessment.StatedFigure;
import io.zhiwei.models.assessment.Statement;
import io.zhiwei.models.assessment.Subject;
import io.zhiwei.models.definition.Case;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.definition.Figure;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.KeyedRule;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Origin;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.definition.Stated;
import io.zhiwei.models.definition.Threshold;
import io.zhiwei.models.keyed.FigureReading.Column;
import io.zhiwei.models.measure.expression.Expression;
import io.zhiwei.models.measure.expression.ExpressionCompiler;
import io.zhiwei.models.measure.expression.ExpressionException;
import io.zhiwei.models.measure.expression.Facts;
import io.zhiwei.models.measure.expression.ValueType;
import io.zhiwei.models.measure.expression.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The compiled conditions of a keyed indicator. Its words are the event's own values, flags and members, the figures, the
 * values of joined records after the name of their feed, {@code known.} before each of them, and before the name of a
 * joined feed {@code absent.} (none has come, although it had time to) and {@code lapsed.} (one has ended). Not thread-safe.
 */
public final class Judgement {

    private final Model model;
    private final Indicator indicator;
    private final Set<String> complete;
    private final KeyedRule rule;
    private final Vocabulary vocabulary = new Vocabulary();
    private final List<Brought> brought = new ArrayList<>();
    private final Map<Integer, Joined> joined = new LinkedHashMap<>();
    private final List<Figured> figures = new ArrayList<>();
    private final List<FigureReading> readings;
    private final @Nullable Threshold threshold;
    private final Expression fires;
    private final List<Weighing<Double>> weights = new ArrayList<>();
    private final List<Weighing<Level>> floors = new ArrayList<>();
    private final List<Statable> states = new ArrayList<>();
    private final Facts facts;
    private @Nullable Entries kept;
    private @Nullable Entry around;

    /** A word that an entry brings: as it is for the event's own, after the feed's name for a joined record's. */
    private record Brought(Column column, boolean flag, Vocabulary.Word word, Vocabulary.Word known) {}

    /** Whether a record is joined, whether there is none although it had time to come, and whether one ended before. */
    private record Joined(Vocabulary.Word known, Vocabulary.Word absent, Vocabulary.Word lapsed) {}

    /** A figure around the event at hand, computed when a condition asks for it. */
    private final class Figured extends Facts.Later {
        private final FigureReading reading;
        private final Vocabulary.Word word;
        private @Nullable Entries figuredFrom;
        private long figuredDay;
        private double figured;

        Figured(FigureReading reading, Vocabulary.Word word) {
            this.reading = reading;
            this.word = word;
        }

        @Override
        protected @Nullable Object value() {
            Entries all = Objects.requireNonNull(kept);
            Entry event = Objects.requireNonNull(around);
            double value = reading.isOfTheDay() ? ofTheDay(all, event) : reading.value(all, event);
            return Double.isNaN(value) ? null : (Object) value;
        }

        /** Once for all events of a day that a visit makes judged again; what they say is not changed by it. */
        private double ofTheDay(Entries all, Entry event) {
            long day = Days.of(event.time());
            if (all != figuredFrom || day != figuredDay) {
                figured = reading.value(all, event);
                figuredFrom = all;
                figuredDay = day;
            }
            return figured;
        }
    }

    /** A figure that is stated: its value, and where it comes from. */
    private record Statable(
            Stated stated, Expression when, Expression value, boolean ofSums, List<Weighing<Origin>> origins) {}

    /** A value under a condition. */
    private record Weighing<T>(Expression when, T value) {}

    /**
     * Compiles the conditions of an indicator.
     *
     * @param complete kinds of registry records of which all are known by now; may grow
     * @param problems receives what does not fit
     */
    public Judgement(Model model, Indicator indicator, Set<String> complete, Problems problems) {
        this.model = model;
        this.indicator = indicator;
        this.complete = complete;
        this.rule = Objects.requireNonNull(indicator.keyed(), indicator.id());
        this.threshold = indicator.threshold() == null
                ? null
                : model.threshold(indicator.threshold()).orElse(null);
        for (Threshold one : model.thresholds()) {
            vocabulary.addConstant("thresholds." + one.name(), ValueType.NUMBER, one.value());
        }
        addWords();
        ExpressionCompiler expressions = new ExpressionCompiler(vocabulary);
        this.fires = compile(expressions, rule.fires(), indicator.line(), problems);
        for (Case weight : indicator.weights()) {
            weights.add(new Weighing<>(
                    compile(expressions, weight.when(), weight.line(), problems), number(weight, problems)));
        }
        for (Case floor : indicator.floors()) {
            floors.add(
                    new Weighing<>(compile(expressions, floor.when(), floor.line(), problems), level(floor, problems)));
        }
        for (Stated stated : rule.states()) {
            states.add(statable(expressions, stated, problems));
        }
        KeyedRule.Repeats repeats = rule.repeats();
        if (repeats != null && model.threshold(repeats.atLeast()).isEmpty()) {
            problems.add(
                    indicator.line(),
                    indicator.id() + ": repeats names the threshold '" + repeats.atLeast() + "', which is missing."
                            + Problems.suggest(
                                    repeats.atLeast(),
                                    model.thresholds().stream()
                                            .map(Threshold::name)
                                            .toList()));
        }
        if (vocabulary.find(rule.show()).isEmpty()) {
            problems.add(
                    indicator.line(),
                    indicator.id() + ": show names '" + rule.show() + "', which nothing brings."
                            + Problems.suggest(rule.show(), vocabulary.words().keySet()));
        }
        this.readings = figures.stream().map(figured -> figured.reading).toList();
        this.facts = vocabulary.newFacts();
        figures.forEach(figured -> facts.leave(figured.word, figured));
    }

    private void addWords() {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (int place = 0; place < rule.feeds().size(); place++) {
            Feed feed = rule.feeds().get(place);
            columns.put(feed.name(), new Column(place, -1, false));
            int number = 0;
            for (String name : feed.values().keySet()) {
                columns.put(name, add(feed, name, new Column(place, number++, false), ValueType.NUMBER));
            }
            for (String name : feed.flags().keySet()) {
                columns.put(name, add(feed, name, new Column(place, number++, false), ValueType.FLAG));
            }
            int text = 0;
            for (String name : feed.members().keySet()) {
                columns.put(name, add(feed, name, new Column(place, text++, true), ValueType.TEXT));
            }
            if (feed.joins()) {
                joined.put(
                        place,
                        new Joined(
                                vocabulary.add("known." + feed.name(), ValueType.FLAG),
                                vocabulary.add("absent." + feed.name(), ValueType.FLAG),
                                vocabulary.add("lapsed." + feed.name(), ValueType.FLAG)));
            }
        }
        int near = rule.feeds().stream().mapToInt(Feed::near).max().orElse(0);
        for (Figure figure : rule.figures()) {
            List<Column> of = figure.of().stream()
                    .map(columns::get)
                    .filter(Objects::nonNull)
                    .toList();
            figures.add(
                    new Figured(new FigureReading(figure, of, near), vocabulary.add(figure.name(), ValueType.NUMBER)));
        }
    }

    private Column add(Feed feed, String name, Column column, ValueType type) {
        String word = feed.joins() ? feed.name() + "." + name : name;
        brought.add(new Brought(
                column,
                type == ValueType.FLAG,
                vocabulary.add(word, type),
                vocabulary.add("known." + word, ValueType.FLAG)));
        return column;
    }

    private Statable statable(ExpressionCompiler expressions, Stated stated, Problems problems) {
        List<Weighing<Origin>> origins = new ArrayList<>();
        for (Case origin : stated.origins()) {
            origins.add(new Weighing<>(
                    compile(expressions, origin.when(), origin.line(), problems), Origin.valueOf(origin.value())));
        }
        Expression when = compile(expressions, stated.when(), stated.line(), problems);
        Expression value = compile(expressions, stated.value(), ValueType.NUMBER, "0.0", stated.line(), problems);
        boolean ofSums = rule.figures().stream()
                .filter(figure -> value.names().contains(figure.name()))
                .allMatch(figure -> figure.kind() == Figure.Kind.SUM || figure.kind() == Figure.Kind.COUNT);
        return new Statable(stated, when, value, ofSums, origins);
    }

    private Expression compile(ExpressionCompiler expressions, String source, int line, Problems problems) {
        return compile(expressions, source, ValueType.FLAG, "false", line, problems);
    }

    private Expression compile(
            ExpressionCompiler expressions,
            String source,
            ValueType type,
            String instead,
            int line,
            Problems problems) {
        try {
            return expressions.compile(source, type);
        } catch (ExpressionException e) {
            problems.add(line, indicator.id() + ": " + e.getMessage());
            try {
                return expressions.compile(instead, type);
            } catch (ExpressionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static double number(Case weight, Problems problems) {
        try {
            return Double.parseDouble(weight.value());
        } catch (NumberFormatException e) {
            problems.add(weight.line(), "'" + weight.value() + "' is not a weight from 0 to 100.");
            return 0;
        }
    }

    private static Level level(Case floor, Problems problems) {
        try {
            return Level.valueOf(floor.value());
        } catch (IllegalArgumentException e) {
            problems.add(floor.line(), "'" + floor.value() + "' is no level. Known: BLUE, YELLOW, ORANGE, RED.");
            return Level.NONE;
        }
    }

    /** Returns the value of a threshold of the model. */
    double threshold(String name) {
        return model.threshold(name).map(Threshold::value).orElse(0.0);
    }

    List<FigureReading> figures() {
        return readings;
    }

    /**
     * Returns the value under which an event fires, NaN where it does not.
     *
     * @param ripe whether what it is compared with had time to come
     */
    double value(Entries entries, Entry event, boolean ripe) {
        learn(entries, event, ripe);
        return fires.holds(facts) ? shown() : Double.NaN;
    }

    private double shown() {
        Object value = vocabulary.find(rule.show()).map(word -> facts.get(word)).orElse(null);
        return value instanceof Double number && !number.isNaN() ? number : 1;
    }

    /** Returns the finding of an event that fires. */
    Finding finding(Entries entries, Entry event) {
        learn(entries, event, true);
        double value = shown();
        return new Finding(
                indicator.id(),
                value,
                threshold == null ? value : threshold.value(),
                threshold == null ? "condition" : threshold.unit(),
                first(weights, indicator.weight()),
                1,
                false,
                first(floors, Level.NONE),
                evidence(entries, event));
    }

    /** Returns the figures that an event which fires states; what is not known is left out. */
    Statement statement(Entries entries, Entry event) {
        if (states.isEmpty()) {
            return Statement.NONE;
        }
        learn(entries, event, true);
        List<StatedFigure> stated = new ArrayList<>();
        for (Statable one : states) {
            if (one.when.holds(facts) && one.value.value(facts) instanceof Double value && Double.isFinite(value)) {
                stated.add(new StatedFigure(one.stated.name(), value, origin(one, entries)));
            }
        }
        return new Statement(Instant.ofEpochMilli(event.time()), stated);
    }

    /** Of what is kept only in sums nobody can tell persons: what asks for them is a lower bound then. */
    private Origin origin(Statable stated, Entries entries) {
        boolean whole = entries.rest().isEmpty() || stated.ofSums;
        return whole ? first(stated.origins, stated.stated.origin()) : Origin.ESTIMATED;
    }

    private Evidence evidence(Entries entries, Entry event) {
        EventRef judged = event.event().event();
        String quoted = quoted();
        if (quoted != null) {
            return new Evidence(judged, String.valueOf(rule.quote()), quoted, List.of(), fires.describe(facts));
        }
        String before = before(entries.all(), event);
        return new Evidence(judged, rule.show(), fires.describe(facts), List.of(), before);
    }

    private @Nullable String quoted() {
        String quote = rule.quote();
        Object text = quote == null
                ? null
                : vocabulary.find(quote).map(word -> facts.get(word)).orElse(null);
        return text == null ? null : text.toString();
    }

    /**
     * Names the events right before, the latest first: only those whose coming makes the finding be figured again, because what else
     * is at hand depends on the order of arrival.
     */
    private String before(List<Entry> all, Entry event) {
        StringBuilder ids = new StringBuilder();
        int named = 0;
        for (int i = all.size() - 1; i >= 0 && named < Sign.MAX_EVIDENCE; i--) {
            Entry entry = all.get(i);
            if (entry.carrier() != null
                    && entry.time() <= event.time()
                    && !entry.isSame(event)
                    && lastTouched(entry) >= event.time()) {
                ids.append(ids.isEmpty() ? "" : ", ").append(entry.id());
                named++;
            }
        }
        return ids.toString();
    }

    /** Returns the last moment of events whose figures this one may change, its own at least. */
    long lastTouched(Entry entry) {
        long last = entry.time();
        for (int i = 0; i < readings.size(); i++) {
            FigureReading figure = readings.get(i);
            last = figure.reads(entry.feed()) ? Math.max(last, figure.lastTouched(entry.time())) : last;
        }
        return last;
    }

    private <T> T first(List<Weighing<T>> weighings, T otherwise) {
        for (Weighing<T> weighing : weighings) {
            if (weighing.when.holds(facts)) {
                return weighing.value;
            }
        }
        return otherwise;
    }

    private void learn(Entries entries, Entry event, boolean ripe) {
        facts.clear();
        joined.forEach((feed, words) -> {
            Entry record = joined(entries, feed, event);
            facts.set(words.known, record != null);
            boolean lapsed = record == null && hasLapsed(entries, feed, event);
            facts.set(words.lapsed, lapsed);
            facts.set(
                    words.absent,
                    record == null && !lapsed && ripe && isComplete(rule.feeds().get(feed)));
            if (record != null) {
                learnOwn(record);
            }
        });
        learnOwn(event);
        kept = entries;
        around = event;
    }

    private static boolean hasLapsed(Entries entries, int feed, Entry event) {
        for (Entry entry : entries.of(feed)) {
            if (entry.until() <= event.time()) {
                return true;
            }
        }
        return false;
    }

    /** Where a registry is not complete, a missing record means nothing. */
    private boolean isComplete(Feed feed) {
        return feed.registry() == null || complete.contains(feed.registry());
    }

    private void learnOwn(Entry entry) {
        for (Brought one : brought) {
            if (one.column.feed() == entry.feed()) {
                Object value = value(one, entry);
                facts.set(one.word, value);
                facts.set(one.known, value != null);
            }
        }
    }

    private static @Nullable Object value(Brought one, Entry entry) {
        if (one.column.text()) {
            String text = entry.texts()[one.column.index()];
            return text.isEmpty() ? null : text;
        }
        double number = entry.numbers()[one.column.index()];
        if (Double.isNaN(number)) {
            return null;
        }
        return one.flag ? (Object) (number != 0) : (Object) number;
    }

    /** A record is joined as of the event's time, the latest that holds; one of a feed that is not dated whenever it came. */
    private @Nullable Entry joined(Entries entries, int feed, Entry event) {
        boolean dated = rule.feeds().get(feed).dated();
        Entry found = null;
        for (Entry entry : entries.of(feed)) {
            if (!dated || (entry.time() <= event.time() && event.time() < entry.until())) {
                found = entry;
            }
        }
        return found;
    }

    /** Returns findings of no event about a subject: to take back what was said. */
    Findings nobody(String kind, String subjectId, long start) {
        Instant time = Instant.ofEpochMilli(start);
        return new Findings(
                model.id(),
                model.version(),
                new Subject(kind, subjectId, ""),
                new EventRef("", model.stream(), time),
                new Profile("", "", "", Map.of()),
                1,
                List.of(),
                List.of(),
                List.of());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s", indicator.id(), rule.fires());
    }
}
