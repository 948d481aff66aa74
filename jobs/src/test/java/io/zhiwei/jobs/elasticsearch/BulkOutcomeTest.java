package io.zhiwei.jobs.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "200,STORED",
        "201,STORED",
        "409,CONFLICT",
        "429,RETRY",
        "500,RETRY",
        "503,RETRY",
        "408,RETRY",
        "401,RETRY",
        "403,RETRY",
        "400,REJECTED",
        "404,REJECTED",
        "413,REJECTED"
    })
    void classifiesTheStatusOfADocument(int status, BulkOutcome outcome) {
        assertThat(BulkOutcome.ofDocument(status)).isEqualTo(outcome);
    }

    @Test
    void waitsLongerAfterEachFailureUpToTheLimit() {
        Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10), new Random(1));

        for (int failure = 0; failure < 40; failure++) {
            long full = Math.min(10_000, 200L << Math.min(failure, 10));
            assertThat(backoff.afterFailure()).isBetween(Math.max(200, full / 2), full);
        }
    }

    @Test
    void waitsTheShortestTimeAgainAfterASuccess() {
        Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10), new Random(1));
        for (int failure = 0; failure < 9; failure++) {
            assertThat(backoff.afterFailure()).isPositive();
        }

        backoff.afterSuccess();

        assertThat(backoff.afterFailure()).isEqualTo(200);
    }
}
