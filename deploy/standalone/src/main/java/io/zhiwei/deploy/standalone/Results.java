package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.DeadLetter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What came out of a run.
 *
 * @param alerts latest revision of each alert on the topic, without those that were taken back
 * @param letters dead letters on the topic
 * @param undelivered what a search in the index does not find of both
 */
record Results(List<Alert> alerts, List<DeadLetter> letters, List<String> undelivered) {

    static Results of(List<Alert> alerts, List<DeadLetter> letters, Delivery delivery) throws IOException {
        List<String> undelivered = new ArrayList<>(delivery.missing(alerts));
        undelivered.addAll(delivery.missingLetters(letters));
        List<Alert> standing =
                alerts.stream().filter(alert -> alert.getLevelRank() > 0).toList();
        return new Results(standing, letters, undelivered);
    }
}
