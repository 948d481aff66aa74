package io.zhiwei.models.trial;

import io.zhiwei.models.assessment.Assessor;
import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.KeyedRule;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Model;
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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.generic.IndexedRecord;

/** Variants of one model over the same recorded events. Alert ids are those of the job. For one thread. */
public final class Backtest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration LATE_BOUND = Duration.ofDays(3);
    /** How far event time stays behind arrivals, and how often it passes. */
    private static final Duration STEP = Duration.ofHours(1);
    /** Windows that are held open at the end still have their say. */
    private static final Duration END = Duration.ofDays(2);

    private static final int BETWEEN_LOOKS = 200;

    private final List<Running> running;
    private long count;

    /** Compiles the variants, the first of which is what the others are compared with. */
    public Backtest(List<Variant> variants, Regions regions) {
        this.running = variants.stream()
                .map(variant -> new Running(
                        variant,
                        new Replay(variant.model(), regions, LATE_BOUND),
                        Assessor.of(variant.model(), regions)))
                .toList();
    }

    private record Running(Variant variant, Replay replay, Assessor assessor) {}

    /** Looks at a backtest while it runs. */
    @FunctionalInterface
    public interface Watch {

        /**
         * Returns whether it goes on.
         *
         * @param now time that the events have reached
         */
        boolean goesOn(Instant now);
    }

    /**
     * What came of a variant.
     *
     * @param variant the variant
     * @param alerts its alerts, each once
     */
    public record Result(Variant variant, List<Alert> alerts) {

        /** Returns the alerts that this has and another has not. */
        public List<Alert> gained(Result other) {
            Set<String> known = other.alerts.stream().map(Alert::getAlertId).collect(Collectors.toSet());
            return alerts.stream()
                    .filter(alert -> !known.contains(alert.getAlertId()))
                    .toList();
        }

        /** Returns the number of alerts that another has too, on another level. */
        public long moved(Result other) {
            Map<String, Alert> known =
                    other.alerts.stream().collect(Collectors.toMap(Alert::getAlertId, alert -> alert));
            return alerts.stream()
                    .filter(alert -> {
                        Alert before = known.get(alert.getAlertId());
                        return before != null && before.getLevel() != alert.getLevel();
                    })
                    .count();
        }

        /** Returns the number of alerts by the day, in Chinese time, on which they began. */
        public Map<LocalDate, Integer> byDay() {
            Map<LocalDate, Integer> days = new TreeMap<>();
            alerts.forEach(alert -> days.merge(day(alert.getFirstSeen()), 1, Integer::sum));
            return days;
        }

        /** Returns what is left where only some alerts count. */
        public Result only(Predicate<Alert> wanted) {
            return new Result(variant, alerts.stream().filter(wanted).toList());
        }
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZONE);
    }

    /** Returns how far back events matter to an alert of a model: its longest window, and one episode. */
    public static Duration reach(Model model) {
        return model.indicators().stream()
                .filter(Indicator::active)
                .map(Indicator::keyed)
                .filter(Objects::nonNull)
                .map(KeyedRule::reach)
                .reduce(model.episode(), (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    /** Returns the number of events so far. */
    public long events() {
        return count;
    }

    /**
     * Runs all variants over the events.
     *
     * @return whether it came to the end
     */
    public boolean run(Iterator<PastEvent> events, Watch watch) {
        Instant passed = Instant.MIN;
        while (events.hasNext()) {
            PastEvent past = events.next();
            take(past);
            if (count % BETWEEN_LOOKS == 0 && !watch.goesOn(past.time())) {
                return false;
            }
            Instant now = past.time().minus(STEP);
            if (passed.equals(Instant.MIN) || now.isAfter(passed.plus(STEP))) {
                passed = now;
                advance(now);
            }
        }
        if (!passed.equals(Instant.MIN)) {
            advance(passed.plus(END));
        }
        return true;
    }

    private void take(PastEvent past) {
        count++;
        if (past.topic().equals(Feed.REGISTRY)) {
            RegistryRecord record = record(past.event());
            running.forEach(one -> one.replay.record(record));
        } else {
            running.forEach(one -> one.replay.event(past.topic(), past.event()));
        }
    }

    private void advance(Instant time) {
        running.forEach(one -> one.replay.advance(time));
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

    /** Returns what came of each variant so far, in their order. */
    public List<Result> results() {
        return running.stream().map(Backtest::result).toList();
    }

    private static Result result(Running one) {
        List<Alert> alerts = new ArrayList<>();
        for (Episode episode : one.replay.episodes()) {
            if (episode.level() != Level.NONE) {
                alerts.add(one.assessor.alert(episode));
            }
        }
        return new Result(one.variant, alerts);
    }
}
