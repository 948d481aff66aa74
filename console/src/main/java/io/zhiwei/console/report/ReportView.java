package io.zhiwei.console.report;

import io.zhiwei.console.alert.Formats;
import io.zhiwei.console.catalogue.Catalogue;
import io.zhiwei.console.catalogue.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a report's template needs beside the report, on the page and in print.
 *
 * @param formats how numbers and times are written
 * @param names places and agencies in the reader's language
 * @param catalogue models and indicators
 * @param locale the reader's language
 */
public record ReportView(Formats formats, Names names, Catalogue catalogue, Locale locale) {

    /** Returns the variables of the template. */
    public Map<String, Object> variables(Report report) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("report", report);
        variables.put("view", this);
        return variables;
    }

    /** Returns the name of a line of a table; what the alerts call it where nothing else is known. */
    public String name(String table, Report.Row row) {
        return switch (table) {
            case "models" ->
                catalogue.find(row.key()).map(model -> model.name().in(locale)).orElse(row.name());
            case "indicators" ->
                catalogue
                        .indicator(row.key())
                        .map(one -> row.key() + " " + one.name().in(locale))
                        .orElse(row.name());
            case "places" -> names.place(row.key(), row.zone(), row.name(), locale);
            case "agencies" -> names.agency(row.name(), locale);
            default -> row.name();
        };
    }

    /** Returns how a number changed, in percent with its sign; a dash where there was nothing before. */
    public String change(long now, long before) {
        return before == 0 ? "–" : String.format(Locale.ROOT, "%+.0f%%", 100.0 * (now - before) / before);
    }

    /** Returns a share in percent. */
    public String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /** Returns how wide the bar of a line is beside the longest of its table, 0 to 20. */
    public int bar(Report.Row row, List<Report.Row> table) {
        long longest = table.stream().mapToLong(Report.Row::alerts).max().orElse(0);
        return longest == 0 ? 0 : (int) Math.round(20.0 * row.alerts() / longest);
    }
}
