package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.jobs.stream.Reference;
import io.zhiwei.jobs.stream.RegistryLoader;
import io.zhiwei.models.assessment.Assessor;
import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.definition.Figure;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.keyed.Visit;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.models.screening.Screener;
import io.zhiwei.models.trial.Replay;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The contract of every figure: whether what an entity keeps lies in memory, in Flink's heap or on its disk, and whether the
 * job was restored in between, the same is said. Events come late and out of order, twice, and are taken back.
 */
class EveryFigureTest {

    private static final Path REGIONS = Path.of("../models/reference/regions.yaml");
    private static final Duration LATE_BOUND = Duration.ofDays(3);
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final String TOPIC = "sales";
    private static final int EVENTS = 400;
    private static final int SELLERS = 3;

    private static final String MODEL = """
            id: figured
            version: 1
            since: 2026-01-01
            author: tests
            name: {zh: 测试, en: Figured}
            description: {zh: 测试, en: One figure.}
            stream: sales
            event: {schema: io.zhiwei.schemas.SaleEvent, id: saleLineId, time: eventTime, region: regionCode, particulars: []}
            subject: {kind: seller, key: [sellerId], name: [sellerId]}
            episodeDays: 30
            thresholds:
              none: {value: 0, min: 0, max: 1, unit: none, reason: test}
            indicators:
              - id: F-1
                name: {zh: 指标, en: Figure}
                measure: window
                feeds:
                  - as: line
                    entity: [sellerId]
                    values: {a: qtyPacks, b: amount, c: lon, d: lat, e: unitPrice, f: '0.1'}
                    members: {t: buyerIdHash, u: agentIdHash, v: storeId, w: patientIdHash}
                    corrects: refSaleLineId
                    keep: P200D
                figures:
                  figure: {%s: [%s], %s}
                fires: figure >= thresholds.none || figure < thresholds.none
                weight: 50
                severity: 3
                legalBasis: [{law: 药品管理法, article: '51', since: 2019-12-01}]
            factors: {cap: 1, circumstances: {}}
            levels:
              ORANGE: {from: 50, reviewHours: 48}
            leadAgency: {otherwise: 市场监督管理局}
            triage: [None.]
            """;

    @TempDir
    private Path library = Path.of("");

    @ParameterizedTest
    @EnumSource
    void saysTheSameInMemoryAndInFlink(Figure.Kind kind) throws Exception {
        Model model = model(kind);
        Map<String, String> inMemory = inMemory(model);

        assertThat(inMemory).isNotEmpty();
        assertThat(inFlink(model, new HashMapStateBackend())).isEqualTo(inMemory);
        assertThat(inFlink(model, new EmbeddedRocksDBStateBackend())).isEqualTo(inMemory);
    }

    private Model model(Figure.Kind kind) throws IOException {
        List<String> values = new ArrayList<>(
                switch (kind) {
                    case SPEED, DISTANCE -> List.of("c", "d");
                    case SHARE_TAIL -> List.of("a", "e", "f");
                    default -> List.of("a", "b", "e", "c", "d");
                });
        List<String> members = new ArrayList<>(List.of("t", "u", "v", "w"));
        List<String> of = kind.takes()
                .chars()
                .mapToObj(letter -> (letter == 't' ? members : values).remove(0))
                .toList();
        Path folder = Files.createDirectories(library.resolve("figured"));
        Files.writeString(
                folder.resolve("model.yaml"),
                String.format(MODEL, kind.word(), String.join(", ", of), "within: P150D"));
        return ModelLibrary.loadModel(folder);
    }

    /** An event of a sequence, or event time that passes. */
    private record Step(GenericRecord event, Instant passed) {}

    private static List<Step> steps() {
        Random random = new Random(17);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            Instant time = START.plus(Duration.ofHours(9L * i));
            Instant late = time.minus(Duration.ofHours(random.nextInt(48)));
            int known = random.nextInt(i + 1);
            boolean takesBack = random.nextInt(10) == 0;
            boolean again = random.nextInt(10) == 0;
            steps.add(new Step(
                    again && !steps.isEmpty()
                            ? steps.get(known).event
                            : event("line-" + i, late, takesBack ? "line-" + known : "", random),
                    time.minus(Duration.ofHours(48))));
        }
        return steps;
    }

    private static GenericRecord event(String id, Instant time, String takesBack, Random random) {
        GenericRecord event = new GenericData.Record(EventStream.ofTopic(TOPIC).schema());
        event.put("saleLineId", id);
        event.put("eventTime", time.toEpochMilli());
        event.put("sellerId", "seller-" + random.nextInt(SELLERS));
        event.put("qtyPacks", 1.0 + random.nextInt(9));
        event.put("amount", 100_000.0 * (1 + random.nextInt(20)));
        event.put("unitPrice", 1.0 + random.nextInt(60));
        event.put("lon", 114.5 + random.nextDouble() / 2);
        event.put("lat", 30.0 + random.nextDouble() / 2);
        event.put("buyerIdHash", "person-" + random.nextInt(60));
        event.put("agentIdHash", "person-" + random.nextInt(12));
        event.put("storeId", "store-" + random.nextInt(5));
        event.put("patientIdHash", "person-" + random.nextInt(12));
        event.put("refSaleLineId", takesBack.isEmpty() ? null : takesBack);
        event.put("traceCodes", List.of());
        event.put("demo", false);
        return event;
    }

    private static Map<String, String> inMemory(Model model) {
        Replay replay = new Replay(model, definitions(model).regions(), LATE_BOUND);
        for (Step step : steps()) {
            replay.event(TOPIC, step.event);
            replay.advance(step.passed);
        }
        return said(replay.episodes());
    }

    private static Map<String, String> inFlink(Model model, StateBackend backend) throws Exception {
        Screener screener = Screener.of(model, TOPIC, EventStream.ofTopic(TOPIC).schema(), new Registry());
        Assessor assessor = Assessor.of(model, definitions(model).regions());
        Map<String, Episode> episodes = new TreeMap<>();
        List<Step> steps = steps();
        KeyedBroadcastOperatorTestHarness<String, Visit, Reference, Findings> harness = harness(model, backend);
        harness.open();
        for (int i = 0; i < steps.size(); i++) {
            for (Visit visit : screener.screen(steps.get(i).event).visits()) {
                harness.processElement(visit, 0);
            }
            harness.watermark(steps.get(i).passed.toEpochMilli());
            if (i == steps.size() / 2) {
                harness.extractOutputValues().forEach(findings -> absorb(findings, assessor, episodes));
                OperatorSubtaskState state = harness.snapshot(1, 1);
                harness.close();
                harness = harness(model, backend);
                harness.initializeState(state);
                harness.open();
            }
        }
        harness.extractOutputValues().forEach(findings -> absorb(findings, assessor, episodes));
        harness.close();
        return said(episodes.values());
    }

    private static void absorb(Findings findings, Assessor assessor, Map<String, Episode> episodes) {
        String place = findings.subject().id() + "|"
                + assessor.episodeStart(findings.event().time());
        episodes.put(place, assessor.absorb(episodes.get(place), findings, Instant.EPOCH));
    }

    private static Map<String, String> said(Collection<Episode> episodes) {
        Map<String, String> said = new TreeMap<>();
        for (Episode episode : episodes) {
            said.put(episode.subject().id() + " " + episode.start(), String.valueOf(episode.signs()));
        }
        return said;
    }

    private static KeyedBroadcastOperatorTestHarness<String, Visit, Reference, Findings> harness(
            Model model, StateBackend backend) throws Exception {
        KeyedBroadcastOperatorTestHarness<String, Visit, Reference, Findings> harness =
                new KeyedBroadcastOperatorTestHarness<>(
                        new CoBroadcastWithKeyedOperator<>(
                                new VisitEntities(
                                        definitions(model), RegistryLoader.none(), ModelLoader.none(), LATE_BOUND),
                                List.of()),
                        Visit::place,
                        Types.STRING,
                        1,
                        1,
                        0);
        harness.setStateBackend(backend);
        return harness;
    }

    private static Definitions definitions(Model model) {
        return new Definitions(model.folder().resolve("..").normalize().toString(), REGIONS.toString());
    }
}
