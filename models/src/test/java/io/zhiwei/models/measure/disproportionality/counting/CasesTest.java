package io.zhiwei.models.measure.disproportionality.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CasesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void theEarliestOfTwoThatTellTheSameCounts() {
        assertThat(Cases.distinct(Map.of("maker", told(5, "A", "X"), "hospital", told(0, "A", "X"))))
                .containsOnlyKeys("hospital");
    }

    @Test
    void anotherProductOrEventOrSeasonIsAnotherCase() {
        assertThat(Cases.distinct(Map.of(
                        "one", told(0, "A", "X"),
                        "product", told(1, "B", "X"),
                        "event", told(2, "A", "Y"),
                        "later", told(61, "A", "X"))))
                .hasSize(4);
    }

    private static Contribution told(int day, String product, String event) {
        return new Contribution(
                DAY.plusDays(day),
                List.of(new Layer("DRUG", List.of(product))),
                List.of(event),
                List.of(),
                false,
                false);
    }
}
