package io.zhiwei.models.screening;

import io.zhiwei.models.definition.NumberRule;
import io.zhiwei.models.measure.expression.Facts;
import io.zhiwei.models.measure.expression.ValueType;
import io.zhiwei.models.measure.expression.Vocabulary;
import io.zhiwei.models.measure.number.Flaw;
import io.zhiwei.models.measure.number.NumberCheck;
import io.zhiwei.models.measure.number.OfficialNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Reads one kind of official number of an event and tells the expressions what it found. */
final class NumberReading {

    private final NumberRule rule;
    private final NumberCheck check;
    private final int[] positions;
    private final @Nullable NumberReading against;
    private final Vocabulary.Word given;
    private final Vocabulary.Word sound;
    private final Vocabulary.Word expired;
    private final Vocabulary.Word wrongCategory;
    private final Vocabulary.Word wrongMedium;
    private final Vocabulary.Word impossible;
    private final Vocabulary.Word unrecognised;
    private final Vocabulary.Word formats;
    private final Vocabulary.Word categories;
    private List<OfficialNumber> numbers = List.of();

    NumberReading(
            NumberRule rule,
            NumberCheck check,
            int[] positions,
            @Nullable NumberReading against,
            Vocabulary vocabulary) {
        this.rule = rule;
        this.check = check;
        this.positions = positions.clone();
        this.against = against;
        this.given = vocabulary.add(rule.name() + ".given", ValueType.FLAG);
        this.sound = vocabulary.add(rule.name() + ".sound", ValueType.FLAG);
        this.expired = vocabulary.add(rule.name() + ".expired", ValueType.FLAG);
        this.wrongCategory = vocabulary.add(rule.name() + ".wrongCategory", ValueType.FLAG);
        this.wrongMedium = vocabulary.add(rule.name() + ".wrongMedium", ValueType.FLAG);
        this.impossible = vocabulary.add(rule.name() + ".impossible", ValueType.FLAG);
        this.unrecognised = vocabulary.add(rule.name() + ".unrecognised", ValueType.FLAG);
        this.formats = vocabulary.add(rule.name() + ".formats", ValueType.TEXTS);
        this.categories = vocabulary.add(rule.name() + ".categories", ValueType.TEXTS);
    }

    String name() {
        return rule.name();
    }

    List<OfficialNumber> numbers() {
        return numbers;
    }

    void read(
            IndexedRecord event,
            String text,
            LocalDate day,
            @Nullable String category,
            @Nullable String medium,
            Facts facts) {
        NumberCheck.Use use = new NumberCheck.Use(day, categoriesOf(category), medium);
        List<OfficialNumber> found = new ArrayList<>();
        for (int position : positions) {
            for (Object shown : (List<?>) event.get(position)) {
                found.add(check.read(shown.toString(), use));
            }
        }
        if (rule.searchText() && !text.isEmpty()) {
            found.addAll(check.find(text, use));
        }
        numbers = found;
        tell(facts);
    }

    private Set<String> categoriesOf(@Nullable String category) {
        if (category != null) {
            return Set.of(category);
        }
        return against == null ? Set.of() : against.soundCategories();
    }

    private Set<String> soundCategories() {
        Set<String> result = new TreeSet<>();
        for (OfficialNumber number : numbers) {
            if (number.sound()) {
                result.addAll(number.categories());
            }
        }
        return result;
    }

    /** A flaw counts only where no other number of the event is sound. */
    private void tell(Facts facts) {
        boolean anySound = numbers.stream().anyMatch(OfficialNumber::sound);
        facts.set(given, !numbers.isEmpty());
        facts.set(sound, anySound);
        facts.set(expired, !anySound && has(Flaw.EXPIRED));
        facts.set(wrongCategory, !anySound && has(Flaw.WRONG_CATEGORY));
        facts.set(wrongMedium, !anySound && has(Flaw.WRONG_MEDIUM));
        facts.set(impossible, !anySound && has(Flaw.IMPOSSIBLE));
        facts.set(unrecognised, !anySound && numbers.stream().anyMatch(number -> number.format() == null));
        facts.set(formats, formats());
        facts.set(categories, List.copyOf(soundCategories()));
    }

    private boolean has(Flaw flaw) {
        return numbers.stream().anyMatch(number -> number.flaws().contains(flaw));
    }

    private List<String> formats() {
        List<String> result = new ArrayList<>();
        for (OfficialNumber number : numbers) {
            String format = number.format();
            if (format != null) {
                result.add(format);
            }
        }
        return result;
    }
}
