package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.deploy.simulator.SchemeTruth;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemeReportsTest {

    private static final Instant FIRST = Instant.parse("2026-01-20T02:00:00Z");
    private static final SchemeTruth BATCH = scheme("batch", "甲药 · B1");

    private final SchemeReports reported = new SchemeReports();

    private static SchemeTruth scheme(String kind, String key) {
        return new SchemeTruth(
                "s1",
                "drug-adverse-reactions",
                "AW-13",
                kind,
                key,
                FIRST,
                FIRST.plusSeconds(86_400),
                List.of("r1"),
                List.of());
    }

    @Test
    void aSignalOfTheProductTellsOfItsBatch() {
        assertThat(reported.tellOfBatch(BATCH, "甲药", Set.of("AW-01", "AW-06"), FIRST))
                .isTrue();
    }

    @Test
    void aSignalOfAnotherProductOrFromBeforeOrNoSignalDoesNot() {
        assertThat(reported.tellOfBatch(BATCH, "甲", Set.of("AW-01"), FIRST)).isFalse();
        assertThat(reported.tellOfBatch(BATCH, "甲药", Set.of("AW-01"), FIRST.minusMillis(1)))
                .isFalse();
        assertThat(reported.tellOfBatch(BATCH, "甲药", Set.of("AW-06"), FIRST)).isFalse();
        assertThat(reported.tellOfBatch(scheme("product", "甲药 · B1"), "甲药", Set.of("AW-01"), FIRST))
                .isFalse();
    }

    @Test
    void aSignalOfTheModelTellsOfItsBatchAndOneOfAnotherModelDoesNot() {
        reported.note("r1", "国械注准20193140001");

        assertThat(reported.tellOfBatch(BATCH, "DEVICE/甲药 · 国械注准20193140001", Set.of("AW-24"), FIRST))
                .isTrue();
        assertThat(reported.tellOfBatch(BATCH, "DEVICE/甲药 · 国械注准20193140002", Set.of("AW-24"), FIRST))
                .isFalse();
    }
}
