package io.zhiwei.deploy.standalone;

import io.zhiwei.models.assessment.Assessor;
import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.trial.Replay;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import io.zhiwei.schemas.RegistryRecord;
import io.zhiwei.schemas.SingleObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.IndexedRecord;

/** Variants of one model over the same events of the past. */
final class Backtest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration LATE_BOUND = Duration.ofDays(3);
    /** How far event time stays behind arrivals, and how often it passes. */
    private static final Duration STEP = Duration.ofHours(1);

    private final Map<String, Replay> replays = new LinkedHashMap<>();
    private final Map<String, Assessor> assessors = new LinkedHashMap<>();
    private final Map<String, String> models = new LinkedHashMap<>();
    private long count;

    Backtest(Map<String, Model> variants, Regions regions) {
        variants.forEach((variant, model) -> {
            replays.put(variant, new Replay(model, regions, LATE_BOUND));
            assessors.put(variant, Assessor.of(model, regions));
            models.put(variant, model.id());
        });
    }

    /** What came of a variant. */
    record Result(String variant, List<Alert> alerts, TrialScore score) {

        /** Returns the alerts that this has and another has not. */
        List<String> gained(Result other) {
            List<String> ids = other.alerts.stream().map(Alert::getAlertId).toList();
            return alerts.stream()
                    .filter(alert -> !ids.contains(alert.getAlertId()))
                    .map(alert -> alert.getLevel() + " " + alert.getSubject().getKind() + " "
                            + alert.getSubject().getName() + " " + alert.getIndicators())
                    .toList();
        }

        Map<LocalDate, Integer> byDay() {
            Map<LocalDate, Integer> days = new TreeMap<>();
            alerts.forEach(alert -> days.merge(alert.getFirstSeen().atZone(ZONE).toLocalDate(), 1, Integer::sum));
            return days;
        }

        String json(String model) {
            return String.format(
                    Locale.ROOT,
                    "{\"model\":\"%s\",\"variant\":\"%s\",\"alerts\":%d,\"days\":%d,\"precision\":%.4f,\"recall\":%.4f}",
                    model,
                    variant,
                    alerts.size(),
                    byDay().size(),
                    score.precision(),
                    score.recall());
        }
    }

    long events() {
        return count;
    }

    /** Runs all variants over the events. */
    void run(History history) {
        Instant passed = Instant.MIN;
        while (history.events().hasNext()) {
            History.Past past = history.events().next();
            count++;
            if (past.topic().equals(Feed.REGISTRY)) {
                RegistryRecord record = record(past.event());
                replays.values().forEach(replay -> replay.record(record));
            } else {
                replays.values().forEach(replay -> replay.event(past.topic(), past.event()));
            }
            Instant now = past.time().minus(STEP);
            if (passed.equals(Instant.MIN) || now.isAfter(passed.plus(STEP))) {
                passed = now;
                Instant reached = now;
                replays.values().forEach(replay -> replay.advance(reached));
            }
        }
        Instant end = passed.plus(Duration.ofDays(2));
        replays.values().forEach(replay -> replay.advance(end));
    }

    private static RegistryRecord record(IndexedRecord event) {
        if (event instanceof RegistryRecord record) {
            return record;
        }
        try {
            return MessageReader.<RegistryRecord>specific(RegistryRecord.getClassSchema())
                    .read(SingleObject.encode(event));
        } catch (RefusedMessageException e) {
            throw new IllegalStateException("A record of the registry cannot be read again", e);
        }
    }

    /** Returns what came of each variant, the first first. */
    List<Result> results(History history) {
        List<Result> results = new ArrayList<>();
        replays.forEach((variant, replay) -> {
            Assessor assessor = assessors.get(variant);
            List<Alert> alerts = new ArrayList<>();
            for (Episode episode : replay.episodes()) {
                if (assessor != null && episode.level() != Level.NONE) {
                    alerts.add(assessor.alert(episode));
                }
            }
            results.add(new Result(
                    variant,
                    alerts,
                    TrialScore.of(
                            models.getOrDefault(variant, ""), history.truth().get(), alerts, Map.of())));
        });
        return results;
    }
}
