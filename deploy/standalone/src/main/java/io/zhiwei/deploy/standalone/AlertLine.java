package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertEvidence;
import io.zhiwei.schemas.AlertLevel;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** An alert in one line of a terminal. */
final class AlertLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final int EXCERPT = 36;
    private static final int BEFORE = 6;

    private final boolean coloured;

    AlertLine(boolean coloured) {
        this.coloured = coloured;
    }

    String of(Alert alert) {
        return String.format(
                Locale.ROOT,
                "%s  %s %5.1f  %s",
                TIME.format(Instant.now()),
                level(alert.getLevel()),
                alert.getScore(),
                harmless(alert.getSubject().getName() + "  " + String.join(",", alert.getKinds()) + "  "
                        + excerpt(alert)));
    }

    /** What events say may hold anything, also what a terminal would obey. */
    private static String harmless(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    String level(AlertLevel level) {
        String word = switch (level) {
            case NONE -> "撤  NONE  ";
            case BLUE -> "蓝  BLUE  ";
            case YELLOW -> "黄  YELLOW";
            case ORANGE -> "橙  ORANGE";
            case RED -> "红  RED   ";
        };
        int colour = switch (level) {
            case NONE -> 37;
            case BLUE -> 34;
            case YELLOW -> 33;
            case ORANGE -> 35;
            case RED -> 31;
        };
        return coloured ? "\u001B[1;" + colour + "m" + word + "\u001B[0m" : word;
    }

    /** The text around the first highlight of the weightiest finding. */
    private static String excerpt(Alert alert) {
        for (var finding : alert.getFindings()) {
            List<AlertEvidence> evidence = finding.getEvidence();
            if (!evidence.isEmpty() && !evidence.get(0).getHighlights().isEmpty()) {
                return "「" + part(evidence.get(0)) + "」";
            }
        }
        return "";
    }

    private static String part(AlertEvidence evidence) {
        String text = evidence.getExcerpt();
        int start = Math.max(0, evidence.getHighlights().get(0).getStart() - BEFORE);
        int end = Math.min(text.length(), start + EXCERPT);
        return text.substring(boundary(text, start), boundary(text, end));
    }

    /** Steps back from the middle of a character. */
    private static int boundary(String text, int index) {
        boolean inside = index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index));
        return inside ? index - 1 : index;
    }
}
