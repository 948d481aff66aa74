package io.zhiwei.models.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchNumberTest {

    @ParameterizedTest
    @CsvSource({
        "批号：ａ２０２６－０１ ０１, A20260101",
        "a2026-01-01, A20260101",
        "产品批号 B12/3, B123",
        "Lot: x9, X9",
        "Batch No. 12 A, 12A",
        "LOTUS7, LOTUS7"
    })
    void foldsWhatPeopleWrite(String written, String number) {
        assertThat(BatchNumber.normalise(written)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"不详", "无", "0", "-", " ", "批号:", "n/a", "批号：不详"})
    void knowsWhatIsNoNumber(String written) {
        assertThat(BatchNumber.normalise(written)).isEmpty();
    }

    @Test
    void findsTheOneNumberThatWasMeant() {
        List<String> known = List.of("A20260101", "A20260315", "B7");

        assertThat(BatchNumber.mistyped("A20260107", known)).hasValue("A20260101");
        assertThat(BatchNumber.mistyped("A2026101", known)).hasValue("A20260101");
        assertThat(BatchNumber.mistyped("A202603155", known)).hasValue("A20260315");
        assertThat(BatchNumber.mistyped("A20260101", known)).isEmpty();
        assertThat(BatchNumber.mistyped("C99", known)).isEmpty();
        assertThat(BatchNumber.mistyped("A1", List.of("A2", "A3"))).isEmpty();
    }

    @Test
    void measuresTheDistanceOfNumbersInARow() {
        assertThat(BatchNumber.distance("A260101", "A260103")).hasValue(2L);
        assertThat(BatchNumber.distance("A260101", "B260103")).isEmpty();
        assertThat(BatchNumber.distance("A260101X", "A260103X")).isEmpty();
        assertThat(BatchNumber.distance("12345678901234567890", "12345678901234567891"))
                .hasValue(1L);
    }
}
