package io.zhiwei.models.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.models.trial.EventCells;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.RegistryRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records are looked up where a condition asks for them, and nowhere else: what was asked for is what late records repeat. */
class LookupsTest {

    private static final EventStream SALES = EventStream.ofTopic("sales");

    private final Registry registry = new Registry();
    private final Screener screener = Screener.of(
            ModelLibrary.loadModel(Path.of("library", "special-drug-sales")), SALES.topic(), SALES.schema(), registry);

    @BeforeEach
    void noteWhatIsAsked() {
        registry.noteAsked();
    }

    @Test
    void asksOnlyWhatTheDrugIsWhereItIsNoSpecialOne() {
        screener.screen(sale(Map.of("approvalNo", "国药准字H10000001", "deliverAddrHash", "a1", "phoneHash", "p1")));

        assertThat(registry.asked()).containsExactly(placeOf("drug-catalogue", "国药准字H10000001"));
    }

    @Test
    void theKeyOfALookUpMayComeFromAnother() {
        registry.add(record("drug-catalogue", "国药准字H10000001", Map.of("drugCode", "D1")));

        screener.screen(sale(Map.of("approvalNo", "国药准字H10000001")));

        assertThat(registry.asked())
                .containsExactly(placeOf("drug-catalogue", "国药准字H10000001"), placeOf("control-class", "D1"));
    }

    @Test
    void whatIsExpectedIsMissingOnlyWhereItWasAskedFor() {
        screener.screen(sale(Map.of("approvalNo", "国药准字H10000001", "drugCode", "D1")));

        assertThat(registry.missing()).isEmpty();
        screener.screen(sale(Map.of("approvalNo", "国药准字H10000001")));
        assertThat(registry.missing()).containsExactly(new Registry.Place("drug-catalogue", "国药准字H10000001"));
    }

    @Test
    void eachEventAsksForItself() {
        registry.add(record("control-class", "D1", Map.of("class", "PSY1")));

        assertThat(screener.screen(sale(Map.of("drugCode", "D1"))).findings()).anyMatch(findings -> findings.says());
        assertThat(screener.screen(sale(Map.of("drugCode", "D2"))).findings()).noneMatch(findings -> findings.says());
        assertThat(screener.screen(sale(Map.of("drugCode", "D1"))).findings()).anyMatch(findings -> findings.says());
    }

    private static GenericRecord sale(Map<String, String> own) {
        Map<String, String> cells = new HashMap<>(Map.of(
                "saleLineId", "s-1",
                "saleId", "s",
                "eventTime", "2026-03-02T10:00:00+08:00",
                "sellerId", "91420700MA4900001X",
                "storeId", "store-1",
                "regionCode", "420704",
                "channel", "STORE",
                "saleType", "SALE",
                "qtyPacks", "1"));
        cells.putAll(own);
        return new EventCells(SALES.schema()).event(cells);
    }

    private static int placeOf(String kind, String key) {
        return Registry.placeOf(record(kind, key, Map.of()));
    }

    private static RegistryRecord record(String kind, String key, Map<String, String> attributes) {
        return RegistryRecord.newBuilder()
                .setRecordId(kind + key)
                .setKind(kind)
                .setKey(key)
                .setRecordedAt(Instant.parse("2026-01-01T00:00:00Z"))
                .setAttributes(attributes)
                .setLists(Map.of())
                .setNumbers(Map.of())
                .build();
    }
}
