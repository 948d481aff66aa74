package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiwei.schemas.Advertisement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventCellsTest {

    private final EventCells cells = new EventCells(Advertisement.getClassSchema());

    @Test
    void anEmptyCellIsUnknownAndNeverFalse() {
        GenericRecord event = event("live", "");

        assertThat(event.get("live")).isNull();
        assertThat(event.get("text")).isNull();
        assertThat(event.get("productNumbers")).isEqualTo(List.of());
        assertThat(GenericData.get().validate(event.getSchema(), event)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "live, 1, true",
        "live, false, false",
        "views, 1200, 1200",
        "priceYuan, 9.9, 9.9",
        "category, MED, MED",
        "text, 0, 0",
        "publishedAt, 1780000000000, 1780000000000",
        "publishedAt, 2026-05-01T08:00:00+08:00, 1777593600000",
        "seenAt, 2026-05-01T00:00:00Z, 1777593600000",
        "productNumbers, 甲| 乙 ||, '[甲, 乙]'",
    })
    void readsACellAsItsFieldNeedsIt(String field, String cell, String value) {
        GenericRecord event = event(field, cell);

        assertThat(event.get(field)).hasToString(value);
        assertThat(GenericData.get().validate(event.getSchema(), event)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "live ; yes ; 'live' is true or false, not 'yes'.",
                "views ; 1.5 ; 'views' is a whole number, not '1.5'.",
                "priceYuan ; dear ; 'priceYuan' is a number, not 'dear'.",
                "medium ; TELEVISION ; 'medium' is never 'TELEVISION'. Known: ",
                "medium ; RADI ; 'medium' is never 'RADI'. Did you mean 'RADIO'?",
                "publishedAt ; 2026-05-01 ; 'publishedAt' is a time such as 2026-05-01T08:00:00+08:00, not '2026-05-01'.",
            })
    void saysWhichFieldIsWrongAndWhatWouldBeRight(String field, String cell, String message) {
        assertThatThrownBy(() -> event(field, cell))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesAnEventWithoutWhatEveryEventNeeds() {
        assertThatThrownBy(() -> cells.event(Map.of("text", "根治")))
                .hasMessage("'adId' is missing. Every event needs it.");
    }

    @Test
    void knowsTheFieldsOfTheSchema() {
        assertThat(cells.knows("adId")).isTrue();
        assertThat(cells.knows("label")).isFalse();
    }

    private GenericRecord event(String field, String cell) {
        Map<String, String> values = new HashMap<>(Map.of("adId", "a1", "publishedAt", "0"));
        values.put(field, cell);
        return cells.event(values);
    }
}
