package io.zhiwei.jobs.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.measure.disproportionality.Estimate;
import io.zhiwei.models.measure.disproportionality.Interaction;
import io.zhiwei.models.measure.disproportionality.counting.CountWindow;
import io.zhiwei.models.measure.disproportionality.counting.ReportVersion;
import io.zhiwei.models.measure.disproportionality.ranking.PairSignal;
import io.zhiwei.models.measure.disproportionality.ranking.ReportCounter;
import io.zhiwei.models.measure.disproportionality.ranking.ReportCounts;
import io.zhiwei.models.measure.disproportionality.ranking.SignalTable;
import io.zhiwei.schemas.AdverseReactionReport;
import io.zhiwei.schemas.Signal;
import io.zhiwei.schemas.SignalWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a batch over the reports received until a moment says, worked out once for however many runs are held against it. */
final class Batch {

    private static final double SAME = 1e-9;
    private static final String WHOLE = "DRUG";
    private static final String TOGETHER = "DRUG&";
    private static final int LEAST_TOGETHER = 3;
    private static final String ANY = "any";

    private final Instant end;
    private final LocalDate day;
    private final SignalTable table;
    private final Map<CountWindow, ReportCounts> windows = new EnumMap<>(CountWindow.class);
    private final Map<String, Integer> together;

    /** A report as it is read: of a large population once, not once for each epoch. */
    record Read(Instant received, ReportVersion version) {

        static List<Read> all(List<AdverseReactionReport> reports) {
            return reports.stream()
                    .map(report -> new Read(report.getReceiptTime(), Reports.version(report)))
                    .toList();
        }
    }

    /** A case, and when it was first received. */
    private record Case(ReportVersion version, LocalDate received) {

        static Case of(List<ReportVersion> versions) {
            return new Case(
                    Collections.max(versions, Comparator.comparingLong(ReportVersion::version)),
                    Collections.min(versions, Comparator.comparing(ReportVersion::received))
                            .received());
        }

        List<String> products() {
            return version.layers().get(0).products();
        }
    }

    Batch(List<Read> reports, Instant end) {
        this.end = end;
        this.day = Epochs.day(end.toEpochMilli());
        List<Case> cases = reports.stream()
                .filter(report -> !report.received().isAfter(end))
                .map(Read::version)
                .collect(Collectors.groupingBy(ReportVersion::report))
                .values()
                .stream()
                .map(Case::of)
                .filter(one -> !one.version().nullified())
                .toList();
        this.table = SignalTable.of(counts(cases, CountWindow.CUMULATIVE));
        for (CountWindow window : List.of(CountWindow.FIVE_YEARS, CountWindow.TWELVE_MONTHS, CountWindow.NINETY_DAYS)) {
            windows.put(window, counts(cases, window));
        }
        this.together = together(cases);
    }

    private ReportCounts counts(List<Case> cases, CountWindow window) {
        ReportCounter counter = new ReportCounter();
        for (Case one : cases) {
            if (window.contains(one.received(), day)) {
                one.products().forEach(product -> counter.product(one.version().report(), product));
                one.version()
                        .events()
                        .forEach(event -> counter.event(one.version().report(), event));
            }
        }
        return counter.count();
    }

    /** Counts products, two products together, and all, each by event and whatever the event. */
    private static Map<String, Integer> together(List<Case> cases) {
        Map<String, Integer> counts = new HashMap<>();
        for (Case one : cases) {
            List<String> events = new ArrayList<>(one.version().events());
            events.add(ANY);
            for (String event : events) {
                count(one.products(), event, counts);
            }
        }
        return counts;
    }

    private static void count(List<String> products, String event, Map<String, Integer> counts) {
        counts.merge(event, 1, Integer::sum);
        for (int i = 0; i < products.size(); i++) {
            counts.merge(products.get(i) + "|" + event, 1, Integer::sum);
            for (int j = i + 1; j < products.size(); j++) {
                counts.merge(products.get(i) + " + " + products.get(j) + "|" + event, 1, Integer::sum);
            }
        }
    }

    /** Asserts that the signals of the epoch are those of all pairs, and say what the batch says. */
    void assertSame(List<Signal> signals) {
        Map<String, Signal> byPair = signals.stream()
                .filter(signal -> signal.getEpoch().equals(end) && signal.getN() > 0)
                .filter(signal -> signal.getPopulation().equals(WHOLE))
                .collect(Collectors.toMap(signal -> signal.getProduct() + "|" + signal.getEvent(), signal -> signal));
        assertThat(byPair.size()).as("pairs at %s", end).isEqualTo(table.pairs().size());
        for (PairSignal expected : table.pairs()) {
            Signal signal = signal(byPair, expected.product(), expected.event());
            assertThat(signal.getN()).isEqualTo(expected.observed());
            assertSame(signal.getExpected(), expected.expected());
            assertSame(signal.getRr(), expected.relative());
            assertSame(signal.getIc(), signal.getIc025(), signal.getIc975(), expected.information());
            assertSame(signal.getPrr(), signal.getPrr025(), signal.getPrr975(), expected.proportional());
            assertSame(signal.getRor(), signal.getRor025(), signal.getRor975(), expected.odds());
            assertSame(signal.getChi2(), expected.chiSquare());
            if (table.fit() != null && table.fit().isReliable()) {
                assertThat(signal.getThetaEpoch()).isEqualTo(end);
                assertSame(signal.getEbgm(), signal.getEb05(), signal.getEb95(), expected.geometricMean());
            }
        }
        assertSameWindows(byPair);
        assertSameInteractions(signals);
    }

    private void assertSameInteractions(List<Signal> signals) {
        Map<String, Signal> byPair = signals.stream()
                .filter(signal -> signal.getEpoch().equals(end) && signal.getN() >= LEAST_TOGETHER)
                .filter(signal -> signal.getPopulation().equals(TOGETHER))
                .collect(Collectors.toMap(signal -> signal.getProduct() + "|" + signal.getEvent(), signal -> signal));
        List<String> expected = together.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_TOGETHER)
                .map(Map.Entry::getKey)
                .filter(key -> key.contains(" + ") && !key.endsWith("|" + ANY))
                .toList();
        assertThat(byPair.keySet()).as("pairs of products at %s", end).hasSameSizeAs(expected);
        expected.forEach(key -> assertSameInteraction(byPair.get(key), together));
    }

    private static void assertSameInteraction(@Nullable Signal signal, Map<String, Integer> counts) {
        Signal found = Objects.requireNonNull(signal);
        String[] parts = found.getProduct().split(" \\+ ", -1);
        Interaction.Group both = group(found.getProduct() + "|", found.getEvent(), counts);
        Interaction.Group first = group(parts[0] + "|", found.getEvent(), counts);
        Interaction.Group second = group(parts[1] + "|", found.getEvent(), counts);
        Interaction.Group all = group("", found.getEvent(), counts);
        Estimate omega = Interaction.omega(
                both,
                new Interaction.Group(first.events() - both.events(), first.reports() - both.reports()),
                new Interaction.Group(second.events() - both.events(), second.reports() - both.reports()),
                new Interaction.Group(
                        all.events() - first.events() - second.events() + both.events(),
                        all.reports() - first.reports() - second.reports() + both.reports()));
        assertThat(found.getN()).isEqualTo((long) both.events());
        assertThat(found.getProductReports()).isEqualTo((long) both.reports());
        assertSame(found.getAdjustedIc025(), omega.low());
    }

    private static Interaction.Group group(String before, String event, Map<String, Integer> counts) {
        return new Interaction.Group(counts.getOrDefault(before + event, 0), counts.getOrDefault(before + ANY, 0));
    }

    private void assertSameWindows(Map<String, Signal> byPair) {
        assertSame(byPair, CountWindow.FIVE_YEARS);
        assertSame(byPair, CountWindow.TWELVE_MONTHS);
        assertSame(byPair, CountWindow.NINETY_DAYS);
    }

    private void assertSame(Map<String, Signal> byPair, CountWindow window) {
        ReportCounts counts = Objects.requireNonNull(windows.get(window));
        double total = 0;
        for (int pair = 0; pair < counts.pairs(); pair++) {
            SignalWindow measured = window(signal(byPair, counts.product(pair), counts.event(pair)), window);
            assertThat(measured.getN()).isEqualTo(counts.observed(pair));
            assertThat(measured.getReports()).isEqualTo(counts.reports());
            assertSame(measured.getExpected(), counts.expected(pair));
            total += counts.observed(pair);
        }
        assertThat(byPair.values().stream()
                        .mapToDouble(signal -> window(signal, window).getN())
                        .sum())
                .isEqualTo(total);
    }

    private static Signal signal(Map<String, Signal> byPair, String product, String event) {
        return Objects.requireNonNull(byPair.get(product + "|" + event), "no signal of " + product + " and " + event);
    }

    private static SignalWindow window(Signal signal, CountWindow window) {
        return switch (window) {
            case FIVE_YEARS -> signal.getFiveYears();
            case TWELVE_MONTHS -> signal.getTwelveMonths();
            case NINETY_DAYS -> signal.getNinetyDays();
            case CUMULATIVE -> throw new IllegalArgumentException("not a window of its own");
        };
    }

    private static void assertSame(
            @Nullable Double value, @Nullable Double low, @Nullable Double high, Estimate expected) {
        assertSame(value, expected.value());
        assertSame(low, expected.low());
        assertSame(high, expected.high());
    }

    private static void assertSame(@Nullable Double value, double expected) {
        if (Double.isFinite(expected)) {
            assertThat(value).isNotNull().isCloseTo(expected, within(SAME * Math.max(1, Math.abs(expected))));
        } else {
            assertThat(value).isNull();
        }
    }
}
