package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.DispositionAction;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.SingleObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded events under changed thresholds, and what people had decided. */
class BacktestTest {

    private static final Instant DAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final String MODEL = """
            id: buyers
            version: 1
            since: 2026-01-01
            author: tests
            name: {zh: 购买, en: Buyers}
            description: {zh: 购买, en: Buyers}
            stream: sales
            event: {schema: io.zhiwei.schemas.SaleEvent, id: saleLineId, time: eventTime, region: regionCode, particulars: [qtyPacks]}
            subject: {kind: buyer, key: [buyerIdHash], name: [buyerIdHash]}
            episodeDays: 30
            thresholds:
              packs: {value: 4, min: 0, max: 10, unit: packs, reason: test}
            indicators:
              - id: SP-07
                name: {zh: 囤购, en: Accumulation}
                measure: window
                threshold: packs
                feeds:
                  - {entity: [buyerIdHash], values: {bought: qtyPacks}}
                figures:
                  packs: {sum: bought, within: P7D}
                fires: packs > thresholds.packs
                weight: 50
                severity: 3
                legalBasis: [{law: 国食药监办〔2012〕260号, article: '5', since: 2012-09-04}]
            factors: {cap: 1, circumstances: {}}
            levels:
              BLUE: {from: 10, reviewWorkingDays: 10}
            leadAgency: {otherwise: 市场监督管理局}
            triage: [Look at it.]
            """;

    @TempDir
    private Path library = Path.of("");

    @Test
    void aLowerThresholdGainsAndAHigherOneLosesWithTheIdsOfTheJob() throws IOException {
        List<Backtest.Result> results = run(
                List.of(with("before", 4), with("lower", 2), with("higher", 5)),
                List.of(sale("a", 0, 5), sale("b", 1, 3)));

        assertThat(names(results.get(0).alerts())).containsExactly("a");
        assertThat(names(results.get(1).gained(results.get(0)))).containsExactly("b");
        assertThat(names(results.get(0).gained(results.get(2)))).containsExactly("a");
        assertThat(results.get(1).alerts().stream().map(Alert::getAlertId))
                .contains(results.get(0).alerts().get(0).getAlertId());
        assertThat(results.get(0).byDay()).isEqualTo(Map.of(LocalDate.of(2026, 3, 2), 1));
    }

    @Test
    void decisionsMeasureWhatEachVariantWouldHaveBeenWorth() throws IOException {
        List<Backtest.Result> results = run(
                List.of(with("before", 2), with("higher", 4)),
                List.of(sale("a", 0, 5), sale("b", 1, 3), sale("c", 2, 3)));
        Map<String, String> ids = new HashMap<>();
        results.get(0).alerts().forEach(alert -> ids.put(alert.getSubject().getName(), alert.getAlertId()));
        Judgements judgements = Judgements.of(List.of(
                decision(ids.getOrDefault("a", ""), DispositionAction.REJECT),
                decision(ids.getOrDefault("a", ""), DispositionAction.CONFIRM),
                decision(ids.getOrDefault("a", ""), DispositionAction.CLOSE),
                decision(ids.getOrDefault("b", ""), DispositionAction.REJECT),
                decision(ids.getOrDefault("c", ""), DispositionAction.CLAIM)));

        assertThat(judgements.precision(results.get(0).alerts())).isEqualTo(new Proportion(1, 2));
        assertThat(judgements.precision(results.get(1).alerts())).isEqualTo(new Proportion(1, 1));
        assertThat(judgements.recall(
                        results.get(1).alerts(), Set.of(ids.getOrDefault("a", ""), ids.getOrDefault("b", ""))))
                .isEqualTo(new Proportion(1, 2));
    }

    @Test
    void whoLooksCanEndIt() throws IOException {
        List<PastEvent> events = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            events.add(sale("a" + i, 0, 5));
        }
        Backtest backtest = new Backtest(List.of(with("before", 4)), regions());

        assertThat(backtest.run(events.iterator(), now -> false)).isFalse();
        assertThat(backtest.events()).isLessThan(1_000);
    }

    @Test
    void theCurveGoesFromEndToEnd() throws IOException {
        List<Variant> curve = Variant.curve(model(), "packs", 3);

        assertThat(curve.stream()
                        .map(one -> one.model().threshold("packs").orElseThrow().value()))
                .containsExactly(0.0, 5.0, 10.0);
        Model model = model();
        assertThatThrownBy(() -> Variant.curve(model, "pack", 3)).hasMessageContaining("packs");
    }

    @Test
    void everyThresholdOfTheLibraryHasACurve() {
        ModelLibrary.load(Path.of("library"))
                .models()
                .forEach(model -> model.thresholds()
                        .forEach(threshold -> assertThat(Variant.curve(model, threshold.name(), 6))
                                .as(model.id() + " " + threshold.name())
                                .hasSize(6)));
    }

    @Test
    void windowsReachBackAsFarAsTheLongestOfThemOrAnEpisode() throws IOException {
        assertThat(Backtest.reach(model())).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void aPeriodCountsAlertsThatBeginInItAndReadsWhatFillsTheirWindows() throws IOException {
        Period march = Period.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3));
        Model model = model();

        assertThat(march.needs(sale("a", -30, 1), model)).isTrue();
        assertThat(march.needs(sale("a", -31, 1), model)).isFalse();
        assertThat(march.needs(sale("a", 1, 1), model)).isTrue();
        assertThat(march.needs(sale("a", 2, 1), model)).isFalse();
        List<Alert> alerts = run(
                        List.of(with("before", 4)), List.of(sale("a", -1, 5), sale("b", 0, 5), sale("c", 2, 5)))
                .get(0)
                .only(march::holds)
                .alerts();
        assertThat(names(alerts)).containsExactly("b");
        assertThatThrownBy(() -> Period.of(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 2)))
                .hasMessageContaining("2026-03-02");
    }

    @Test
    void logsAreMergedByTimeWithTheRegistryFirstAndNothingTwice() throws IOException {
        MemoryLogs logs = new MemoryLogs()
                .log("sales", message(sale("a", 1, 1)), message(sale("b", 5, 1)), message(sale("c", 2, 1)))
                .log("sales", message(sale("d", 0, 1)), new byte[] {1, 2, 3}, message(sale("e", 9, 1)))
                .log("registry", SingleObject.encode(record("r1")), SingleObject.encode(record("r2")));
        RecordedEvents events = new RecordedEvents(logs, DAY, DAY.plus(Duration.ofDays(9)));

        List<String> order = new ArrayList<>();
        events.forEachRemaining(event -> order.add(
                String.valueOf(event.event().get(event.topic().equals("registry") ? 0 : field("buyerIdHash")))));

        assertThat(order).containsExactly("r1", "r2", "d", "a", "b", "c");
        assertThat(events.read()).isEqualTo(8);
        assertThat(events.refused()).isEqualTo(1);
    }

    private static int field(String name) {
        return EventStream.ofTopic("sales").schema().getField(name).pos();
    }

    private static byte[] message(PastEvent event) {
        return SingleObject.encode(event.event());
    }

    private static GenericRecord record(String id) {
        return new EventCells(EventStream.ofTopic("registry").schema())
                .event(Map.of("recordId", id, "kind", "licence", "key", "k", "recordedAt", "2020-01-01T00:00:00Z"));
    }

    /** Logs in memory that give one message at a time. */
    private static final class MemoryLogs implements RecordedEvents.Logs {

        private final List<String> topics = new ArrayList<>();
        private final List<Iterator<byte[]>> logs = new ArrayList<>();

        MemoryLogs log(String topic, byte[]... messages) {
            topics.add(topic);
            logs.add(List.of(messages).iterator());
            return this;
        }

        @Override
        public List<String> topics() {
            return topics;
        }

        @Override
        public void more(Set<Integer> wanted, RecordedEvents.Sink sink) {
            wanted.forEach(log -> sink.take(log, logs.get(log).next()));
        }

        @Override
        public boolean isOver(int log) {
            return !logs.get(log).hasNext();
        }
    }

    private List<Backtest.Result> run(List<Variant> variants, List<PastEvent> events) {
        Backtest backtest = new Backtest(variants, regions());
        assertThat(backtest.run(events.iterator(), now -> true)).isTrue();
        return backtest.results();
    }

    private Variant with(String name, double packs) throws IOException {
        return new Variant(name, model().with("packs", packs));
    }

    private Model model() throws IOException {
        Path folder = Files.createDirectories(library.resolve("buyers"));
        Files.writeString(folder.resolve("model.yaml"), MODEL);
        return ModelLibrary.loadModel(folder);
    }

    private static Regions regions() {
        return Regions.load(Path.of("reference", "regions.yaml"));
    }

    private static List<String> names(List<Alert> alerts) {
        return alerts.stream().map(alert -> alert.getSubject().getName()).toList();
    }

    private static PastEvent sale(String buyer, int day, double packs) {
        Instant time = DAY.plus(Duration.ofDays(day));
        return new PastEvent(
                "sales",
                new EventCells(EventStream.ofTopic("sales").schema())
                        .event(Map.of(
                                "saleLineId",
                                buyer + day,
                                "eventTime",
                                time.toString(),
                                "storeId",
                                "s1",
                                "buyerIdHash",
                                buyer,
                                "qtyPacks",
                                Double.toString(packs))),
                time);
    }

    private static Disposition decision(String alertId, DispositionAction action) {
        return Disposition.newBuilder()
                .setDispositionId(alertId + action)
                .setAlertId(alertId)
                .setRevision(1)
                .setAction(action)
                .setWho("ann")
                .setWhen(DAY)
                .build();
    }
}
