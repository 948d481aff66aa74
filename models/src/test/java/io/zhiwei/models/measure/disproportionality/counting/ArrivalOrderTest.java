package io.zhiwei.models.measure.disproportionality.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.measure.disproportionality.InformationComponent;
import io.zhiwei.models.measure.disproportionality.TwoByTwo;
import io.zhiwei.models.measure.disproportionality.gps.MixturePrior;
import io.zhiwei.models.measure.disproportionality.ranking.ReportCounter;
import io.zhiwei.models.measure.disproportionality.ranking.ReportCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** At every epoch the counts are those of a batch over what was received until then. */
class ArrivalOrderTest {

    private static final LocalDate START = LocalDate.of(2024, 11, 20);
    private static final int DAYS = 900;
    private static final int REPORTS = 150;
    private static final int EPOCHS = 6;

    @Property(tries = 10)
    void whateverTheOrderTheCountsAreThoseOfABatch(@ForAll long seed) {
        // Given
        Random random = new Random(seed);
        List<ReportVersion> messages = messages(random);
        messages.sort(Comparator.comparing(ReportVersion::received));
        LiveCounts live = new LiveCounts();
        int taken = 0;

        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            // When
            LocalDate asOf = START.plusDays((long) DAYS * epoch / EPOCHS);
            List<ReportVersion> ofEpoch = new ArrayList<>();
            while (taken < messages.size() && !messages.get(taken).received().isAfter(asOf)) {
                ofEpoch.add(messages.get(taken++));
            }
            Collections.shuffle(ofEpoch, random);
            ofEpoch.forEach(version -> live.add(version, asOf));

            // Then
            Collection<Case> batch = cases(messages.subList(0, taken));
            for (CountWindow window : CountWindow.values()) {
                assertSame(live, batch, window, asOf);
            }
            assertDecayed(live, batch, asOf);
        }
    }

    private static void assertSame(LiveCounts live, Collection<Case> batch, CountWindow window, LocalDate asOf) {
        ReportCounter counter = new ReportCounter();
        for (Case report : batch) {
            if (window.contains(report.day, asOf)) {
                report.version
                        .layers()
                        .get(0)
                        .products()
                        .forEach(product -> counter.product(report.version.report(), product));
                report.version.events().forEach(event -> counter.event(report.version.report(), event));
            }
        }
        ReportCounts expected = counter.count();
        long counted = live.pairs().stream()
                .filter(pair -> live.of(pair).in(window, asOf) > 0)
                .count();
        assertThat(counted).as("%s as of %s", window, asOf).isEqualTo(expected.pairs());
        for (int pair = 0; pair < expected.pairs(); pair++) {
            Cell cell = new Cell("DRUG", expected.product(pair), expected.event(pair));
            assertSame(live.tables(cell, asOf).in(window), expected.table(pair));
        }
    }

    private static void assertSame(TwoByTwo table, TwoByTwo expected) {
        assertThat(table).isEqualTo(expected);
        assertThat(InformationComponent.of(table.a(), table.expected()).low())
                .isCloseTo(
                        InformationComponent.of(expected.a(), expected.expected())
                                .low(),
                        within(1e-9));
        assertThat(MixturePrior.DUMOUCHEL_1999
                        .geometricMean(table.a(), table.expected())
                        .low())
                .isCloseTo(
                        MixturePrior.DUMOUCHEL_1999
                                .geometricMean(expected.a(), expected.expected())
                                .low(),
                        within(1e-9));
    }

    private static void assertDecayed(LiveCounts live, Collection<Case> batch, LocalDate asOf) {
        Map<Cell, Double> weights = new HashMap<>();
        for (Case report : batch) {
            double weight = Decay.after(asOf.toEpochDay() - report.day.toEpochDay());
            Contribution contribution = new Contribution(
                    report.day, report.version.layers(), report.version.events(), List.of(), false, false);
            Contribution.changes(null, contribution)
                    .forEach(change -> weights.merge(change.cell(), weight, Double::sum));
        }
        assertThat(live.cells().toList()).hasSameElementsAs(weights.keySet());
        weights.forEach((cell, weight) ->
                assertThat(live.of(cell).decayed(asOf)).as("%s", cell).isCloseTo(weight, within(1e-9)));
    }

    @Property(tries = 10)
    void twoOrdersOfTheSameMessagesEndAlike(@ForAll long seed) {
        Random random = new Random(seed);
        List<ReportVersion> messages = messages(random);
        messages.addAll(contradictions(random));
        LocalDate asOf = START.plusDays(DAYS);

        LiveCounts one = counts(messages, asOf);
        Collections.shuffle(messages, random);
        LiveCounts other = counts(messages, asOf);

        assertThat(one.cells().toList()).hasSameElementsAs(other.cells().toList());
        one.cells().forEach(cell -> {
            for (CountWindow window : CountWindow.values()) {
                assertThat(one.of(cell).in(window, asOf))
                        .isEqualTo(other.of(cell).in(window, asOf));
            }
        });
    }

    private static LiveCounts counts(List<ReportVersion> messages, LocalDate asOf) {
        LiveCounts counts = new LiveCounts();
        messages.forEach(version -> counts.add(version, asOf));
        return counts;
    }

    /** Reports with follow-ups and nullifications whose numbers do not follow their receipt, and duplicates. */
    private static List<ReportVersion> messages(Random random) {
        List<ReportVersion> messages = new ArrayList<>();
        for (int report = 0; report < REPORTS; report++) {
            int versions = random.nextInt(10) < 7 ? 1 : 1 + random.nextInt(4);
            for (int version = 1; version <= versions; version++) {
                ReportVersion message = version(random, "R" + report, version, random.nextInt(100) < 8);
                messages.add(message);
                if (random.nextInt(10) == 0) {
                    messages.add(message);
                }
            }
        }
        return messages;
    }

    /** Other contents under a number that was given already. */
    private static List<ReportVersion> contradictions(Random random) {
        List<ReportVersion> messages = new ArrayList<>();
        for (int i = 0; i < REPORTS / 5; i++) {
            messages.add(version(random, "R" + random.nextInt(REPORTS), 1 + random.nextInt(3), false));
        }
        return messages;
    }

    private static ReportVersion version(Random random, String report, long version, boolean nullified) {
        return ReportVersion.of(
                report,
                version,
                nullified,
                START.plusDays(1 + random.nextInt(DAYS)),
                "DRUG",
                names(random, "P", 1 + random.nextInt(3)),
                names(random, "E", 1 + random.nextInt(3)));
    }

    private static List<String> names(Random random, String prefix, int count) {
        return random.ints(count, 0, 12).mapToObj(i -> prefix + i).toList();
    }

    /** A report as a batch sees it: its highest version, under the day of its first receipt. */
    private record Case(ReportVersion version, LocalDate day) {}

    private static Collection<Case> cases(List<ReportVersion> messages) {
        return messages.stream().collect(Collectors.groupingBy(ReportVersion::report)).values().stream()
                .map(versions -> new Case(
                        Collections.max(versions, Comparator.comparingLong(ReportVersion::version)),
                        Collections.min(versions, Comparator.comparing(ReportVersion::received))
                                .received()))
                .filter(report -> !report.version.nullified())
                .toList();
    }
}
