package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.assessment.Sign;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.screening.RecentEvents;
import io.zhiwei.models.trial.SequenceCases.ExpectedAlert;
import io.zhiwei.models.trial.SequenceCases.Sequence;
import io.zhiwei.models.trial.SequenceCases.StreamEvent;
import io.zhiwei.schemas.Alert;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The labelled sequences of every model: in order, in other orders, and with registry records that come late. */
class SequenceCasesTest {

    private static final Regions REGIONS = Regions.load(Path.of("reference", "regions.yaml"));
    /** An earlier event makes all that come after it be judged again: of more events than this no full shuffle is tried. */
    private static final int MANY = 350;

    /** Forty days, and its look-ups are repeated for thirty: its records come when these are over, not in the end. */
    private static final Set<String> BEYOND_LOOK_UPS = Set.of("six packs of a drug whose longest course is two");

    private static final Duration LATENESS = Duration.ofDays(3);
    private static final Map<String, Replay> REPLAYS = new HashMap<>();

    static Stream<Model> models() throws IOException {
        return LabelledSequences.models();
    }

    static Stream<Arguments> cases() throws IOException {
        return LabelledSequences.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void firesWhatItMustInEveryOrder(Model model, Sequence sequence) {
        List<StreamEvent> inOrder = byTime(sequence, Duration.ZERO);

        assertFires(model, sequence, inOrder, 0, "in order");
        if (inOrder.size() > MANY) {
            assertFires(model, sequence, byTime(sequence, LATENESS), 0, "up to three days late");
        } else {
            List<StreamEvent> reversed = new ArrayList<>(inOrder);
            Collections.reverse(reversed);
            List<StreamEvent> shuffled = new ArrayList<>(inOrder);
            Collections.shuffle(shuffled, new Random(7));
            assertFires(model, sequence, reversed, 0, "reversed");
            assertFires(model, sequence, shuffled, 0, "shuffled");
        }
        int heard = BEYOND_LOOK_UPS.contains(sequence.name()) ? withinSpan(inOrder) : inOrder.size();
        assertFires(model, sequence, inOrder, heard, "with late records");
    }

    private static int withinSpan(List<StreamEvent> inOrder) {
        Instant end = inOrder.get(0).time().plus(RecentEvents.SPAN);
        return (int)
                inOrder.stream().filter(event -> !event.time().isAfter(end)).count();
    }

    /** Returns the events as they come when each may be late by up to so much. */
    private static List<StreamEvent> byTime(Sequence sequence, Duration lateness) {
        Random random = new Random(7);
        Map<StreamEvent, Instant> arrivals = new IdentityHashMap<>();
        for (StreamEvent event : sequence.events()) {
            arrivals.put(event, event.time().plusMillis((long) (random.nextDouble() * lateness.toMillis())));
        }
        List<StreamEvent> sorted = new ArrayList<>(sequence.events());
        sorted.sort(Comparator.comparing(arrivals::get));
        return sorted;
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyActiveIndicatorHasACaseOnEachSide(Model model) throws IOException {
        Set<String> fired = new TreeSet<>();
        Set<String> spared = new TreeSet<>();
        for (Sequence sequence : LabelledSequences.of(model)) {
            fired.addAll(sequence.fires());
            spared.addAll(sequence.silent());
        }
        Set<String> active = new TreeSet<>();
        boolean besideCases = LabelledSequences.file(model).endsWith("sequences.yaml");
        model.indicators().stream()
                .filter(indicator -> indicator.active() && (!besideCases || indicator.keyed() != null))
                .forEach(indicator -> active.add(indicator.id()));

        assertThat(fired).containsAll(active);
        assertThat(spared).containsAll(active);
        assertThat(model.indicators())
                .extracting(Indicator::id)
                .containsAll(fired)
                .containsAll(spared);
    }

    private static void assertFires(
            Model model, Sequence sequence, List<StreamEvent> order, int recordsAfter, String how) {
        Replay replay = REPLAYS.computeIfAbsent(model.id(), id -> new Replay(model, REGIONS, Duration.ofDays(2)));
        replay.forget();
        Instant first = Instant.MAX;
        Instant last = Instant.EPOCH;
        for (int i = 0; i < order.size(); i++) {
            if (i == recordsAfter) {
                sequence.records().forEach(replay::record);
            }
            StreamEvent event = order.get(i);
            replay.event(event.topic(), event.event());
            first = event.time().isBefore(first) ? event.time() : first;
            last = event.time().isAfter(last) ? event.time() : last;
        }
        if (recordsAfter == order.size()) {
            sequence.records().forEach(replay::record);
        }
        for (Instant day = first; day.isBefore(last); day = day.plus(Duration.ofDays(1))) {
            replay.advance(day);
        }
        replay.advance(last.plus(Duration.ofHours(25)));
        Set<String> fired = new TreeSet<>();
        Level level = Level.NONE;
        for (Episode episode : replay.episodes()) {
            fired.addAll(episode.signs().keySet());
            level = level.max(episode.level());
        }
        assertThat(named(fired, model, sequence)).as(how).isEqualTo(sequence.fires());
        assertSays(sequence.alert(), level, replay, how);
    }

    /** What is only told to the reader and weighs nothing need not be named. */
    private static Set<String> named(Set<String> fired, Model model, Sequence sequence) {
        Set<String> named = new TreeSet<>(fired);
        named.removeIf(id -> !sequence.fires().contains(id)
                && !sequence.silent().contains(id)
                && model.indicator(id).orElseThrow().role() == Indicator.Role.CONTEXT);
        return named;
    }

    private static void assertSays(ExpectedAlert expected, Level level, Replay replay, String how) {
        if (expected.level() != Level.NONE || expected.none()) {
            assertThat(level).as(how).isEqualTo(expected.level());
        }
        TreeMap<Instant, Map<String, Double>> byEpisode = new TreeMap<>();
        for (Episode episode : replay.episodes()) {
            for (Sign sign : episode.signs().values()) {
                sign.statement()
                        .figures()
                        .forEach(figure -> byEpisode
                                .computeIfAbsent(episode.start(), start -> new TreeMap<>())
                                .put(figure.name(), figure.value()));
            }
        }
        Map<String, Double> latest = new TreeMap<>();
        byEpisode.values().forEach(latest::putAll);
        assertStates(expected.figures(), latest, how);
        List<Map<String, Double>> episodes = List.copyOf(byEpisode.values());
        for (int i = 0; i < expected.episodes().size(); i++) {
            assertStates(expected.episodes().get(i), episodes.get(i), how + ", episode " + (i + 1));
        }
        List<Alert> alerts = new ArrayList<>(replay.alerts());
        if (!expected.agency().isEmpty()) {
            assertThat(alerts).as(how).anyMatch(alert -> alert.getLeadAgency().contains(expected.agency()));
        }
        if (!Double.isNaN(expected.index())) {
            assertThat(alerts.stream()
                            .mapToDouble(alert -> alert.getIndex().getScore())
                            .max()
                            .orElse(-1))
                    .as(how)
                    .isCloseTo(expected.index(), within(0.005));
        }
    }

    private static void assertStates(Map<String, Double> expected, Map<String, Double> stated, String how) {
        expected.forEach((name, value) -> assertThat(stated.getOrDefault(name, Double.NaN))
                .as(how + ": " + name + " of " + stated)
                .isCloseTo(value, within(1e-9)));
    }
}
