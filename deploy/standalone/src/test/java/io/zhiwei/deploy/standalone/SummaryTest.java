package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.schemas.AlertLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void countsAlertsByModelAndLevel() {
        List<String> table = Summary.alerts(
                List.of(SampleAlert.about("a"), SampleAlert.about("b"), SampleAlert.of("c", AlertLevel.BLUE, "文")));

        assertThat(table)
                .containsExactly(
                        "alerts by model          blue   yellow   orange      red      all",
                        "medical-ads                 1        0        0        2        3");
    }

    @Test
    void saysZeroWhereThereIsNothing() {
        assertThat(Summary.alerts(List.of()).get(1))
                .isEqualTo("all models                  0        0        0        0        0");
        assertThat(Summary.deadLetters(List.of())).isEqualTo("dead letters 死信: 0");
    }

    @Test
    void listsTheWrongOnesBeforePrecisionAndRecall() {
        List<String> lines = Summary.truth(new Truth.Comparison(97, 3, 2, 98, List.of("missed x")));

        assertThat(lines)
                .containsExactly(
                        "missed x",
                        "demonstration set: 97 found, 2 missed, 3 false alarms, 98 rightly silent",
                        "precision 准确率 0.9700  recall 召回率 0.9798  (each at least 0.97: passed)");
    }
}
