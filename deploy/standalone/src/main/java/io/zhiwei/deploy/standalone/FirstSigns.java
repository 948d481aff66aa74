package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertEvidence;
import io.zhiwei.schemas.AlertFinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When each indicator was first told about each alert, in event time: the time of the latest event that it named then. */
final class FirstSigns {

    private final Set<String> known = new HashSet<>();
    private final List<Sign> signs = new ArrayList<>();

    /**
     * An indicator that fired.
     *
     * @param alert the revision that told it first
     * @param indicator the indicator
     * @param time event time of the latest event that it named
     */
    record Sign(Alert alert, String indicator, Instant time) {}

    /** Notes a revision of an alert. */
    void note(Alert alert) {
        for (AlertFinding finding : alert.getFindings()) {
            if (known.add(alert.getAlertId() + "|" + finding.getIndicator())) {
                Instant time = finding.getEvidence().stream()
                        .map(AlertEvidence::getTime)
                        .max(Instant::compareTo)
                        .orElse(alert.getLastSeen());
                signs.add(new Sign(alert, finding.getIndicator(), time));
            }
        }
    }

    List<Sign> signs() {
        return signs;
    }
}
