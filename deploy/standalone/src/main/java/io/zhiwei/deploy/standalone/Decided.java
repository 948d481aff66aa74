package io.zhiwei.deploy.standalone;

import io.zhiwei.jobs.kafka.CompactedTopic;
import io.zhiwei.jobs.kafka.Topics;
import io.zhiwei.models.trial.Backtest;
import io.zhiwei.models.trial.Judgements;
import io.zhiwei.models.trial.Period;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.Disposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What people decided about the alerts of a model, as a yardstick for variants of it. Alerts that only a variant has were
 * never decided about, so that they count neither way.
 *
 * @param judgements the decisions
 * @param confirmed the model's alerts of the period that were right
 */
record Decided(Judgements judgements, Set<String> confirmed) {

    /** Reads the topics of decisions and of alerts to their present ends. */
    static Decided read(String bootstrapServers, String modelId, Period period) {
        List<Disposition> dispositions = new ArrayList<>();
        CompactedTopic.<Disposition>read(
                bootstrapServers, Topics.DISPOSITIONS, Disposition.getClassSchema(), dispositions::add);
        Judgements judgements = Judgements.of(dispositions);
        Predicate<Alert> counts = alert -> alert.getModel().getId().equals(modelId)
                && period.holds(alert)
                && judgements.confirmed().contains(alert.getAlertId());
        try (AlertFeed feed = new AlertFeed(bootstrapServers, (before, now) -> {})) {
            feed.readToEnd();
            return new Decided(
                    judgements,
                    feed.alerts().stream().filter(counts).map(Alert::getAlertId).collect(Collectors.toSet()));
        }
    }

    Score score(Backtest.Result result) {
        return Score.of(judgements.precision(result.alerts()), judgements.recall(result.alerts(), confirmed));
    }
}
