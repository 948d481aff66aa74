package io.zhiwei.models.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.registry.Registry.Place;
import io.zhiwei.schemas.RegistryRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataGapsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Place DRUG = new Place("drug-catalogue", "H1");

    private final DataGaps<String> gaps = new DataGaps<>();

    @Test
    void aRecordThatDoesNotComeForADayIsToldOnce() {
        gaps.note(List.of(DRUG), "sale-1", NOON);
        gaps.note(List.of(DRUG), "sale-2", NOON.plusSeconds(60));

        assertThat(due(Duration.ofHours(24).minusMillis(1))).isEmpty();
        assertThat(due(Duration.ofHours(24))).containsExactly(new DataGaps.Gap<>(DRUG, "sale-1", NOON, 2));
        gaps.note(List.of(DRUG), "sale-3", NOON.plusSeconds(120));
        assertThat(due(Duration.ofDays(9))).isEmpty();
    }

    @Test
    void aRecordThatComesInTimeIsNoGap() {
        gaps.note(List.of(DRUG), "sale-1", NOON);

        gaps.come(record(false));

        assertThat(due(Duration.ofDays(2))).isEmpty();
    }

    @Test
    void whatCameAndIsMissedAgainIsToldAgain() {
        gaps.note(List.of(DRUG), "sale-1", NOON);
        assertThat(due(Duration.ofDays(2))).hasSize(1);

        gaps.come(record(false));
        gaps.note(List.of(DRUG), "sale-9", NOON.plus(Duration.ofDays(3)));

        assertThat(due(Duration.ofDays(5))).extracting(DataGaps.Gap::first).containsExactly("sale-9");
    }

    @Test
    void onceAKindIsCompleteWhatIsMissingIsAbsent() {
        gaps.note(List.of(DRUG), "sale-1", NOON);

        gaps.come(record(true));

        assertThat(due(Duration.ofDays(2))).isEmpty();
    }

    @Test
    void thereIsABound() {
        for (int i = 0; i < DataGaps.BOUND + 5; i++) {
            gaps.note(List.of(new Place("drug-catalogue", "H" + i)), "sale", NOON);
        }

        assertThat(due(Duration.ofDays(2))).hasSize(DataGaps.BOUND);
    }

    private List<DataGaps.Gap<String>> due(Duration afterNoon) {
        return gaps.due(NOON.plus(afterNoon).toEpochMilli());
    }

    private static RegistryRecord record(boolean marker) {
        return RegistryRecord.newBuilder()
                .setRecordId("r")
                .setRecordedAt(NOON)
                .setKind(DRUG.kind())
                .setKey(marker ? "" : DRUG.key())
                .setSnapshotComplete(marker)
                .build();
    }
}
