package io.zhiwei.console.report;

import io.zhiwei.console.alert.Formats;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a report's template needs beside the report, on the page and in print.
 *
 * @param formats how numbers and times are written
 * @param models names of models in the reader's language, by id
 */
public record ReportView(Formats formats, Map<String, String> models) {

    /** Copies the names. */
    public ReportView {
        models = Map.copyOf(models);
    }

    /** Returns the variables of the template. */
    public Map<String, Object> variables(Report report) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("report", report);
        variables.put("view", this);
        return variables;
    }

    /** Returns the name of a model; what the alerts call it where the library no longer has it. */
    public String model(String id, String otherwise) {
        return Objects.requireNonNullElse(models.get(id), otherwise);
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
