package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertFinding;
import io.zhiwei.schemas.AlertLevel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an alert says, without the moments at which it was said: equal in every run over the same events. */
record Said(AlertLevel level, double score, long occurrences, List<String> findings) {

    /** Returns what alerts say, by their ids. */
    static Map<String, Said> of(List<Alert> alerts) {
        Map<String, Said> said = new TreeMap<>();
        alerts.forEach(alert -> said.put(alert.getAlertId(), of(alert)));
        return said;
    }

    private static Said of(Alert alert) {
        return new Said(
                alert.getLevel(),
                alert.getScore(),
                alert.getOccurrences(),
                alert.getFindings().stream().map(Said::finding).toList());
    }

    private static String finding(AlertFinding finding) {
        return finding.getIndicator() + " value " + finding.getValue() + " weight " + finding.getWeight()
                + " confidence " + finding.getConfidence() + " evidence "
                + finding.getEvidence().stream()
                        .map(evidence -> evidence.getEventId())
                        .toList();
    }
}
