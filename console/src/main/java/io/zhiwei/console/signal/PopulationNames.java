package io.zhiwei.console.signal;

import io.zhiwei.models.measure.disproportionality.counting.Populations;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Populations of reports, such as {@code DRUG:CHILD}, in the reader's language. */
@Component("populations")
public final class PopulationNames {

    private final MessageSource words;

    PopulationNames(MessageSource words) {
        this.words = words;
    }

    /** Returns the name of a population; what has no word is called as the index calls it. */
    public String name(String population, Locale locale) {
        String whole = Populations.whole(population);
        String name = word("population." + whole, whole, locale);
        if (Populations.isWhole(population)) {
            return name;
        }
        String part = population.substring(whole.length() + 1);
        if (Populations.isWithin(population)) {
            return word("population.within", population, locale, name, part);
        }
        return Populations.isTogether(population)
                ? word("population.together", population, locale, name)
                : word("population.group." + part, population, locale, name);
    }

    private String word(String key, String otherwise, Locale locale, Object... about) {
        return Objects.requireNonNullElse(words.getMessage(key, about, otherwise, locale), otherwise);
    }
}
