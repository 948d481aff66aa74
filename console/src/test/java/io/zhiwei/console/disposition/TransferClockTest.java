package io.zhiwei.console.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.DispositionAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TransferClockTest {

    private static final Instant NOON = Instant.parse("2026-03-06T04:00:00Z");

    @Test
    void nothingRunsBeforeSomebodyConfirms() {
        assertThat(TransferClock.of(List.of())).isEmpty();
        assertThat(TransferClock.of(List.of(at(0, DispositionAction.CLAIM)))).isEmpty();
        assertThat(TransferClock.of(List.of(at(0, DispositionAction.CONFIRM), at(1, DispositionAction.REJECT))))
                .isEmpty();
    }

    @Test
    void aConfirmationGivesTheHeadThreeCalendarDays() {
        TransferClock clock =
                TransferClock.of(List.of(at(0, DispositionAction.CONFIRM))).orElseThrow();

        assertThat(clock.stages()).singleElement().satisfies(stage -> {
            assertThat(stage.name()).isEqualTo("DECIDE");
            assertThat(stage.due()).isEqualTo(NOON.plus(Duration.ofDays(3)));
            assertThat(stage.isPast(stage.due())).isFalse();
            assertThat(stage.isPast(stage.due().plusMillis(1))).isTrue();
        });
    }

    @Test
    void aTransferStopsTheFirstPeriodAndStartsTheOthers() {
        TransferClock clock = TransferClock.of(
                        List.of(at(0, DispositionAction.CONFIRM), at(30, DispositionAction.TRANSFER)))
                .orElseThrow();

        assertThat(clock.stages().get(0).done()).isEqualTo(NOON.plus(Duration.ofHours(30)));
        assertThat(clock.stages().get(0).isPast(Instant.MAX)).isFalse();
        assertThat(clock.stages())
                .extracting(TransferClock.Stage::due)
                .containsExactly(hours(72), hours(30 + 24), hours(30 + 24 + 72));
    }

    private static Instant hours(int after) {
        return NOON.plus(Duration.ofHours(after));
    }

    private static Disposition at(int hours, DispositionAction action) {
        return Disposition.newBuilder()
                .setDispositionId(UUID.randomUUID().toString())
                .setAlertId("a")
                .setRevision(1)
                .setAction(action)
                .setWho("ann")
                .setWhen(hours(hours))
                .build();
    }
}
