package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.assessment.Sign;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** Keyed indicators over sequences of sales: windows, corrections, joined prescriptions, order of arrival. */
class ReplayTest {

    private static final String MODEL = """
            id: buyers
            version: 1
            since: 2026-01-01
            author: tests
            name: {zh: 购买, en: Buyers}
            description: {zh: 购买, en: Buyers}
            stream: sales
            event: {schema: io.zhiwei.schemas.SaleEvent, id: saleLineId, time: eventTime, region: regionCode, particulars: [name, qtyPacks]}
            subject: {kind: store, key: [storeId], name: [storeId]}
            subjects:
              buyer: {kind: buyer, key: [buyerIdHash], name: [buyerIdHash]}
            episodeDays: 3650
            thresholds:
              packs7: {value: 4, min: 1, max: 50, unit: packs, reason: test}
              shops7: {value: 3, min: 1, max: 50, unit: stores, reason: test}
              minutes: {value: 2, min: 0, max: 60, unit: minutes, reason: test}
            indicators:
              - id: SP-07
                name: {zh: 囤购, en: Accumulation}
                measure: window
                subject: buyer
                threshold: packs7
                feeds:
                  - {entity: [buyerIdHash], values: {packs: qtyPacks}, members: {store: storeId}, corrects: refSaleLineId}
                figures:
                  packs7: {sum: packs, within: P7D}
                  shops7: {distinct: store, within: P7D}
                fires: packs7 > thresholds.packs7 || shops7 >= thresholds.shops7
                weights:
                  - {when: packs7 > 20.0, weight: 90}
                weight: 50
                severity: 3
                legalBasis: [{law: 国食药监办〔2012〕260号, article: '5', since: 2012-09-04}]
              - id: RX-02
                name: {zh: 先药后方, en: Script after sale}
                measure: ledger
                threshold: minutes
                feeds:
                  - {as: sale, when: known.rxId, entity: [rxId], values: {soldAt: double(eventTime)}}
                  - {as: script, stream: prescriptions, joins: true, entity: [rxId], values: {issuedAt: double(issueTime)}}
                fires: script.issuedAt > soldAt + thresholds.minutes * 60000.0
                show: soldAt
                weight: 50
                severity: 3
                legalBasis: [{law: 药品网络销售监督管理办法, article: '13', since: 2022-12-01}]
              - id: RX-01
                name: {zh: 无方, en: No script}
                measure: ledger
                feeds:
                  - {as: sold, when: known.rxId, entity: [rxId]}
                  - {as: known-script, stream: prescriptions, joins: true, entity: [rxId]}
                fires: absent.script
                hold: PT24H
                show: thresholds.minutes
                weight: 25
                severity: 2
                legalBasis: [{law: 处方药与非处方药分类管理办法, article: '2', since: 2000-01-01}]
            alsoReads:
              prescriptions:
                event: {schema: io.zhiwei.schemas.Prescription, id: rxId, time: issueTime, region: regionCode, particulars: [doctorId]}
                subject: {kind: store, key: [storeId], name: [storeId]}
            factors: {cap: 1, circumstances: {}}
            levels:
              BLUE: {from: 10, reviewWorkingDays: 10}
              ORANGE: {from: 50, reviewHours: 48}
              RED: {from: 90, reviewHours: 24}
            leadAgency: {otherwise: 市场监督管理局}
            triage: [Look at it.]
            """.replace("as: known-script", "as: script");

    private static final Instant DAY = Instant.parse("2026-03-02T02:00:00Z");

    private static Replay replay() {
        try {
            Path library = Files.createTempDirectory("replay");
            Path folder = Files.createDirectory(library.resolve("buyers"));
            Files.writeString(folder.resolve("model.yaml"), MODEL);
            return new Replay(
                    ModelLibrary.loadModel(folder),
                    Regions.load(Path.of("reference", "regions.yaml")),
                    Duration.ofDays(2));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static GenericRecord sale(String id, String store, int day, double packs, String... more) {
        Map<String, String> cells = new HashMap<>(Map.of(
                "saleLineId",
                id,
                "eventTime",
                DAY.plus(Duration.ofDays(day)).toString(),
                "storeId",
                store,
                "buyerIdHash",
                "buyer",
                "qtyPacks",
                Double.toString(packs)));
        for (int i = 0; i < more.length; i += 2) {
            cells.put(more[i], more[i + 1]);
        }
        return new EventCells(EventStream.ofTopic("sales").schema()).event(cells);
    }

    private static GenericRecord script(Instant issued) {
        return new EventCells(EventStream.ofTopic("prescriptions").schema())
                .event(Map.of("rxId", "rx1", "issueTime", issued.toString(), "storeId", "s1"));
    }

    /** T5 of the specification: 2, 2 and 2 packs on days 1, 3 and 6 in three shops. */
    @Test
    void findsABuyerWhoCollectsInSeveralShops() {
        Replay replay = replay();
        replay.event("sales", sale("1", "s1", 1, 2));
        replay.event("sales", sale("2", "s2", 3, 2));
        assertThat(replay.episodes()).isEmpty();

        replay.event("sales", sale("3", "s3", 6, 2));

        Episode episode = only(replay);
        assertThat(episode.subject().kind()).isEqualTo("buyer");
        assertThat(episode.level()).isEqualTo(Level.ORANGE);
        Sign sign = Objects.requireNonNull(episode.signs().get("SP-07"));
        assertThat(sign.strongest().value()).isEqualTo(6);
        assertThat(sign.strongest().threshold()).isEqualTo(4);
        assertThat(sign.total()).isEqualTo(1);
        assertThat(sign.strongest().evidence().note()).isEqualTo("2, 1");
        assertThat(sign.strongest().evidence().excerpt()).contains("packs7 = 6.0");
    }

    @Test
    void whatWasTakenBackCountsNoMore() {
        Replay replay = replay();
        replay.event("sales", sale("1", "s1", 1, 5));
        assertThat(only(replay).level()).isEqualTo(Level.ORANGE);

        replay.event("sales", sale("2", "s1", 2, -5, "refSaleLineId", "1"));

        assertThat(only(replay).level()).isEqualTo(Level.NONE);
    }

    @Test
    void aCorrectionMayComeBeforeWhatItTakesBack() {
        Replay replay = replay();
        replay.event("sales", sale("2", "s1", 2, -5, "refSaleLineId", "1"));
        replay.event("sales", sale("1", "s1", 1, 5));

        assertThat(replay.episodes()).isEmpty();
    }

    @Test
    void theSameEventTwiceCountsOnce() {
        Replay replay = replay();
        replay.event("sales", sale("1", "s1", 1, 3));
        replay.event("sales", sale("1", "s1", 1, 3));

        assertThat(replay.episodes()).isEmpty();
    }

    /** T9 and T10 of the specification: the script comes 20 hours late, issued an hour before or three minutes after the sale. */
    @Test
    void joinsAScriptThatComesLate() {
        Instant sold = DAY.plus(Duration.ofDays(1));
        Replay lawful = replay();
        lawful.event("sales", sale("1", "s1", 1, 1, "rxId", "rx1"));
        lawful.event("prescriptions", script(sold.minus(Duration.ofHours(1))));
        lawful.advance(sold.plus(Duration.ofDays(3)));
        Replay after = replay();
        after.event("sales", sale("1", "s1", 1, 1, "rxId", "rx1"));
        after.event("prescriptions", script(sold.plus(Duration.ofMinutes(3))));

        assertThat(lawful.episodes()).isEmpty();
        assertThat(only(after).signs()).containsOnlyKeys("RX-02");
    }

    @Test
    void missesAScriptOnlyAfterTheHold() {
        Instant sold = DAY.plus(Duration.ofDays(1));
        Replay replay = replay();
        replay.event("sales", sale("1", "s1", 1, 1, "rxId", "rx1"));
        replay.advance(sold.plus(Duration.ofHours(23)));
        assertThat(replay.episodes()).isEmpty();

        replay.advance(sold.plus(Duration.ofHours(25)));

        assertThat(only(replay).signs()).containsOnlyKeys("RX-01");
        replay.event("prescriptions", script(sold.minus(Duration.ofHours(1))));
        assertThat(only(replay).level()).as("the script came after all").isEqualTo(Level.NONE);
    }

    /** A stream that was silent for a week carries event time on by a week at once. */
    @Test
    void missesEveryScriptAlthoughEventTimeLeaps() {
        Replay replay = replay();
        for (int day = 1; day <= 4; day++) {
            replay.event("sales", sale("sale" + day, "s1", day, 1, "rxId", "rx1"));
        }

        replay.advance(DAY.plus(Duration.ofDays(12)));

        Sign sign = Objects.requireNonNull(only(replay).signs().get("RX-01"));
        assertThat(sign.total()).isEqualTo(4);
    }

    @Test
    void theEndOfAllEventsMakesNothingAbsent() {
        Replay replay = replay();
        replay.event("sales", sale("1", "s1", 1, 1, "rxId", "rx1"));

        replay.advance(Instant.ofEpochMilli(Long.MAX_VALUE));

        assertThat(replay.episodes()).isEmpty();
    }

    @Test
    void forgetsWhatNothingCanSee() {
        Replay replay = replay();
        replay.event("sales", sale("1", "s1", 1, 2));
        assertThat(replay.entities()).isEqualTo(1);

        replay.advance(DAY.plus(Duration.ofDays(50)));

        assertThat(replay.entities()).isZero();
    }

    @Property(tries = 200)
    void theOrderOfArrivalDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<GenericRecord> events = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            String id = "e" + i;
            boolean correction = i > 0 && random.nextInt(5) == 0;
            String[] more = correction ? new String[] {"refSaleLineId", "e" + random.nextInt(i)} : new String[0];
            events.add(sale(id, "s" + random.nextInt(4), random.nextInt(15), 1 + random.nextInt(3), more));
        }
        Map<String, String> forward = signs(events);
        Collections.shuffle(events, random);

        assertThat(signs(events)).isEqualTo(forward);
    }

    @Test
    void aFindingNamesNoEventThatIsTooOldToCount() {
        GenericRecord tooOld = sale("aged", "s1", 1, 1);
        List<GenericRecord> visits =
                List.of(sale("first", "s1", 9, 1), sale("second", "s2", 10, 1), sale("third", "s3", 10, 1));
        List<GenericRecord> inOrder = new ArrayList<>(List.of(tooOld));
        inOrder.addAll(visits);
        List<GenericRecord> late = new ArrayList<>(visits);
        late.add(tooOld);

        assertThat(signs(inOrder)).isNotEmpty().isEqualTo(signs(late));
        assertThat(signs(inOrder).values())
                .allSatisfy(sign -> assertThat(sign).contains("first").doesNotContain("aged"));
    }

    private static Map<String, String> signs(List<GenericRecord> events) {
        Replay replay = replay();
        events.forEach(event -> replay.event("sales", event));
        Map<String, String> signs = new TreeMap<>();
        replay.episodes().stream()
                .filter(episode -> episode.level() != Level.NONE)
                .forEach(episode -> signs.put(episode.alertId(), episode.score() + " " + episode.signs()));
        return signs;
    }

    private static Episode only(Replay replay) {
        assertThat(replay.episodes()).hasSize(1);
        return replay.episodes().iterator().next();
    }
}
