package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.deploy.simulator.Milestones;
import io.zhiwei.deploy.simulator.SchemeTruth;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EarlyWarningTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final EarlyWarning early = new EarlyWarning();

    @Test
    void theFirstOrangeAlertCountsWhateverCameLater() {
        early.note(alert("E1", AlertLevel.RED, 90));
        early.note(alert("E1", AlertLevel.ORANGE, 40));
        early.note(alert("E1", AlertLevel.BLUE, 10));

        EarlyWarning.Report report = report("E1", null, day(140));

        assertThat(report.medianLeadDays()).hasValue(100);
        assertThat(report.missed()).isEmpty();
    }

    @Test
    void aWeekAfterTheFilingLineIsStillInTime() {
        early.note(alert("E1", AlertLevel.YELLOW, 27));

        assertThat(report("E1", day(20), day(140)).shareInTime()).isEqualTo(1);
        assertThat(report("E1", day(19), day(140)).shareInTime()).isZero();
        assertThat(report("E1", null, day(140)).shareInTime()).isEqualTo(1);
    }

    @Test
    void aMissIsExplainedByTheGravestAlert() {
        early.note(alert("E1", AlertLevel.BLUE, 30));
        early.note(alert("E1", AlertLevel.YELLOW, 50));
        early.note(alert("E1", AlertLevel.BLUE, 80));

        EarlyWarning.Report report = report("E1", day(30), day(140));

        assertThat(report.medianLeadDays()).isEmpty();
        assertThat(report.missed())
                .singleElement()
                .asString()
                .contains("scheme-E1", "at most YELLOW, score 88.0, tests [V01], findings AD-01(80)");
    }

    @Test
    void aSchemeWithoutAnyAlertIsMissedToo() {
        assertThat(report("E1", null, day(140)).missed())
                .singleElement()
                .asString()
                .contains("filing line never reached", "no alert at all");
    }

    private EarlyWarning.Report report(String enterprise, @Nullable Instant filing, Instant collapse) {
        SchemeTruth scheme = new SchemeTruth(
                "scheme-" + enterprise,
                TrialScore.FUND_RAISING,
                "WEALTH",
                "enterprise",
                enterprise,
                START,
                collapse,
                List.of("flow-1"),
                List.of());
        return early.report(List.of(scheme), Map.of(scheme.schemeId(), new Milestones(START, filing, collapse)));
    }

    private static Alert alert(String enterprise, AlertLevel level, int day) {
        Alert alert = SampleAlert.of("e", level, "");
        alert.getSubject().setName(enterprise);
        alert.setLastSeen(day(day));
        return alert;
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
