package io.zhiwei.models.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.registry.Registry;
import io.zhiwei.schemas.RegistryRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

    private final Registry registry = new Registry();
    private final RecentEvents<String> recent = new RecentEvents<>(registry, 3);
    private final List<String> screened = new ArrayList<>();

    @Test
    void onlyEventsThatLookedThereAreScreenedAgain() {
        arrives("ad about a", DAY, "a");
        arrives("ad about b", DAY, "b");
        arrives("ad about nothing", DAY);

        comes(record("a", 0, DAY));

        assertThat(screened).containsExactly("ad about a", "ad about a");
    }

    @Test
    void whatIsKnownAlreadyIsNoNews() {
        arrives("ad about a", DAY, "a");
        comes(record("a", 1, DAY));
        screened.clear();

        comes(record("a", 1, DAY));
        comes(record("a", 0, DAY.plusSeconds(60)));

        assertThat(screened).isEmpty();
    }

    @Test
    void aMarkerConcernsAllTheFirstTime() {
        arrives("ad about a", DAY, "a");
        RegistryRecord marker = RegistryRecord.newBuilder(record("", 0, DAY))
                .setSnapshotComplete(true)
                .build();

        comes(marker);
        comes(marker);

        assertThat(screened).containsExactly("ad about a", "ad about a");
    }

    @Test
    void whereALookUpLeadsToAnotherThatIsRememberedToo() {
        recent.begin();
        registry.asOf("kind", "a", DAY);
        recent.remember("ad about a", DAY);
        recent.record(record("a", 0, DAY), event -> lookUp(event, "a", "b"), (event, change) -> {});
        screened.clear();

        comes(record("b", 0, DAY));

        assertThat(screened).hasSize(2);
    }

    @Test
    void theOldestLeavesWhereThereAreTooMany() {
        for (int i = 0; i < 20; i++) {
            arrives("ad " + i, DAY, "a");
        }

        assertThat(recent.all()).extracting(RecentEvents.Recent::event).containsExactly("ad 17", "ad 18", "ad 19");
    }

    @Test
    void anEventLeavesAfterThirtyDays() {
        arrives("ad of the second of March", DAY, "a");
        arrives("ad of the second of April", DAY.plus(Duration.ofDays(31)), "b");

        comes(record("a", 0, DAY));

        assertThat(screened).isEmpty();
        assertThat(recent.all()).hasSize(1);
    }

    private void arrives(String event, Instant time, String... keys) {
        recent.begin();
        for (String key : keys) {
            registry.asOf("kind", key, time);
        }
        recent.remember(event, time);
    }

    private void comes(RegistryRecord record) {
        recent.record(record, this::lookUp, (event, change) -> {});
    }

    private List<Screening> lookUp(String event, String... keys) {
        screened.add(event);
        for (String key : keys) {
            registry.asOf("kind", key, DAY);
        }
        return List.of();
    }

    private static RegistryRecord record(String key, long revision, Instant recordedAt) {
        return RegistryRecord.newBuilder()
                .setRecordId("record-" + key)
                .setKind("kind")
                .setKey(key)
                .setRevision(revision)
                .setRecordedAt(recordedAt)
                .setAttributes(Map.of())
                .setLists(Map.of())
                .setNumbers(Map.of())
                .build();
    }
}
