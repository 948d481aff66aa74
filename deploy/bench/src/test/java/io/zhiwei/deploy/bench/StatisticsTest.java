package io.zhiwei.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void takesTheMiddleOfAnOddNumber() {
        assertThat(Statistics.median(List.of(9.0, 1.0, 4.0))).isEqualTo(4);
    }

    @Test
    void takesTheMeanOfTheMiddleTwoOfAnEvenNumber() {
        assertThat(Statistics.median(List.of(9.0, 1.0, 4.0, 6.0))).isEqualTo(5);
    }

    @Test
    void findsPercentilesByNearestRank() {
        List<Double> hundred =
                IntStream.rangeClosed(1, 100).mapToObj(value -> 101.0 - value).toList();

        assertThat(Statistics.percentile(hundred, 0.5)).isEqualTo(50);
        assertThat(Statistics.percentile(hundred, 0.99)).isEqualTo(99);
        assertThat(Statistics.percentile(hundred, 1)).isEqualTo(100);
        assertThat(Statistics.percentile(List.of(7.0), 0.99)).isEqualTo(7);
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> Statistics.median(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
