package io.zhiwei.console.catalogue;

import io.zhiwei.console.ConsoleSettings;
import io.zhiwei.console.alert.AlertView;
import io.zhiwei.models.assessment.Region;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.EnglishNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Places, agencies and laws in the reader's language. The Chinese name is the one that alerts, scopes and filters know; what has no
 * English name keeps it.
 */
@Component("names")
public final class Names {

    /** How a legal basis is written down in an alert. */
    private static final Pattern LAW = Pattern.compile("《([^》]+)》第([0-9()]+)条");

    private final Regions regions;
    private final EnglishNames english;

    /** Reads the tables; a faulty one stops the start with file and line. */
    public Names(ConsoleSettings settings) {
        this.regions = Regions.load(settings.regions());
        this.english = EnglishNames.load(settings.names());
    }

    /** Returns the districts by which lists are filtered. */
    public List<Region> districts() {
        return regions.districts();
    }

    /** Returns the name of a district by its GB/T 2260 code. */
    public String district(String code, Locale locale) {
        return place(code, "", code, locale);
    }

    /** Returns the name of the place of an alert; nothing where it is unknown. */
    public String place(AlertView.@Nullable Region place, Locale locale) {
        return place == null ? "" : place(place.code(), place.zone(), place.name(), locale);
    }

    /**
     * Returns the name of a district, or of a functional zone within it.
     *
     * @param zone null or empty outside one
     * @param otherwise its name where the table does not know it
     */
    public String place(String code, @Nullable String zone, String otherwise, Locale locale) {
        String within = zone == null ? "" : zone;
        return regions.find(code, within)
                .filter(region -> region.zone().equals(within))
                .map(region -> region.name().in(locale))
                .orElse(otherwise);
    }

    /** Returns the name of an agency, or of several that work together. */
    public String agency(String chinese, Locale locale) {
        return translated(chinese, locale, english::agency);
    }

    /** Returns the agencies that have had an alert, in their order. */
    public String agencies(AlertView alert, Locale locale) {
        return alert.agencies().stream().map(one -> agency(one, locale)).collect(Collectors.joining(" → "));
    }

    /** Returns law and article, e.g. Advertising Law, art. 16(1), of 《广告法》第16(1)条. */
    public String law(String chinese, Locale locale) {
        Matcher written = LAW.matcher(chinese);
        return written.matches()
                ? translated(
                        chinese,
                        locale,
                        all -> english.law(written.group(1)).map(law -> law + ", art. " + written.group(2)))
                : chinese;
    }

    private static String translated(String chinese, Locale locale, Function<String, Optional<String>> english) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? english.apply(chinese).orElse(chinese)
                : chinese;
    }
}
