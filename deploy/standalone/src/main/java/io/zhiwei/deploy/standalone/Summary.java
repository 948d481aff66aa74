package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertLevel;
import io.zhiwei.schemas.DeadLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run came to, for a reader: alerts by model and level, dead letters by reason, right and wrong. */
final class Summary {

    private static final List<AlertLevel> LEVELS =
            List.of(AlertLevel.BLUE, AlertLevel.YELLOW, AlertLevel.ORANGE, AlertLevel.RED);
    private static final String ROW = "%-20s %8s %8s %8s %8s %8s";

    private Summary() {}

    /** Returns a table of the alerts, a row for each model and one for all. */
    static List<String> alerts(List<Alert> alerts) {
        Map<String, List<Alert>> byModel = new TreeMap<>(alerts.stream()
                .collect(Collectors.groupingBy(alert -> alert.getModel().getId())));
        List<String> lines = new ArrayList<>();
        lines.add(String.format(ROW, "alerts by model", "blue", "yellow", "orange", "red", "all"));
        byModel.forEach((model, own) -> lines.add(row(model, own)));
        if (byModel.size() != 1) {
            lines.add(row("all models", alerts));
        }
        return lines;
    }

    private static String row(String name, List<Alert> alerts) {
        List<Object> cells = new ArrayList<>(List.of(name));
        LEVELS.forEach(level -> cells.add(
                alerts.stream().filter(alert -> alert.getLevel() == level).count()));
        cells.add(alerts.size());
        return String.format(ROW, cells.toArray());
    }

    /** Returns the number of dead letters, and the reasons. */
    static String deadLetters(List<DeadLetter> letters) {
        String reasons = letters.stream()
                .collect(
                        Collectors.groupingBy(letter -> letter.getReason().name(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return "dead letters 死信: " + letters.size() + (reasons.isEmpty() ? "" : " (" + reasons + ")");
    }

    /** Returns precision and recall, and what was wrong. */
    static List<String> truth(Truth.Comparison comparison) {
        List<String> lines = new ArrayList<>(comparison.wrong());
        lines.add(String.format(
                Locale.ROOT,
                "demonstration set: %d found, %d missed, %d false alarms, %d rightly silent",
                comparison.tp(),
                comparison.fn(),
                comparison.fp(),
                comparison.tn()));
        lines.add(String.format(
                Locale.ROOT,
                "precision 准确率 %.4f  recall 召回率 %.4f  (each at least %.2f: %s)",
                comparison.precision(),
                comparison.recall(),
                Truth.ENOUGH,
                comparison.isGood() ? "passed" : "FAILED"));
        return lines;
    }
}
