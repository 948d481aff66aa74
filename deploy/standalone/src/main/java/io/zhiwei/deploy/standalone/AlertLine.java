package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertEvidence;
import io.zhiwei.schemas.AlertLevel;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** An alert in one line of a terminal. */
final class AlertLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final int EXCERPT = 36;

    private final boolean coloured;

    AlertLine(boolean coloured) {
        this.coloured = coloured;
    }

    String of(Alert alert) {
        return String.format(
                "%s  %s %5.1f  %s  %s  %s",
                TIME.format(java.time.Instant.now()),
                level(alert.getLevel()),
                alert.getScore(),
                alert.getSubject().getName(),
                String.join(",", alert.getKinds()),
                excerpt(alert));
    }

    String level(AlertLevel level) {
        String word = switch (level) {
            case NONE -> "－  NONE  ";
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
                String text = evidence.get(0).getExcerpt();
                int start = Math.max(0, evidence.get(0).getHighlights().get(0).getStart() - 6);
                int end = Math.min(text.length(), start + EXCERPT);
                return "「" + text.substring(start, end).replace('\n', ' ') + "」";
            }
        }
        return "";
    }
}
