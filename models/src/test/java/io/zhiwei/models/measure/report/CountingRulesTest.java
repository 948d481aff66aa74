package io.zhiwei.models.measure.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiwei.models.measure.report.CountingRules.Origin;
import io.zhiwei.models.measure.report.ReportingClock.Urgency;
import io.zhiwei.models.measure.report.Stratum.AgeBand;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections 1.1, 4 and 12 of the specification. */
class CountingRulesTest {

    @Test
    void eachRegimeAndOriginIsAPopulationOfItsOwn() {
        assertThat(CountingRules.population(Regime.DRUG, Origin.SPONTANEOUS, null, null))
                .hasValue("DRUG");
        assertThat(CountingRules.population(Regime.DEVICE, Origin.SPONTANEOUS, null, null))
                .hasValue("DEVICE");
        assertThat(CountingRules.population(Regime.DRUG, Origin.STUDY, null, null))
                .hasValue("DRUG-STUDY");
        assertThat(CountingRules.population(Regime.DRUG, Origin.OVERSEAS, null, null))
                .hasValue("DRUG-OVERSEAS");
        assertThat(CountingRules.population(Regime.VACCINE, Origin.SPONTANEOUS, null, null))
                .isEmpty();
    }

    @Test
    void suspicionCountsUnlessUnitAndCentreAgreeThatThereIsNone() {
        assertThat(population(Causality.UNLIKELY, Causality.UNLIKELY)).isFalse();
        assertThat(population(Causality.UNLIKELY, Causality.POSSIBLE)).isTrue();
        assertThat(population(Causality.UNLIKELY, null)).isTrue();
        assertThat(population(Causality.UNASSESSABLE, Causality.UNASSESSABLE)).isTrue();
    }

    private static boolean population(Causality unit, @Nullable Causality centre) {
        return CountingRules.population(Regime.DRUG, Origin.SPONTANEOUS, unit, centre)
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "DRUG, DEATH, false, 1",
        "DRUG, SERIOUS, false, 15",
        "DRUG, NEW, false, 15",
        "DRUG, OTHER, false, 30",
        "DEVICE, DEATH, false, 7",
        "DEVICE, SERIOUS, false, 20",
        "DEVICE, OTHER, false, ",
        "COSMETIC, DEATH, false, 15",
        "COSMETIC, DEATH, true, 3",
        "COSMETIC, SERIOUS, false, 15",
        "COSMETIC, OTHER, false, 30",
        "VACCINE, DEATH, false, "
    })
    void theLawSaysByWhen(Regime regime, Urgency urgency, boolean wide, Integer days) {
        assertThat(ReportingClock.limit(regime, urgency, wide).map(Duration::toDays))
                .isEqualTo(Optional.ofNullable(days).map(Integer::longValue));
    }

    @Test
    void aReportOnTheLastMomentIsInTime() {
        Instant known = Instant.parse("2026-03-01T08:00:00Z");
        Duration limit = Duration.ofDays(15);

        assertThat(ReportingClock.isLate(known, known.plus(limit), limit)).isFalse();
        assertThat(ReportingClock.isLate(known, known.plus(limit).plusMillis(1), limit))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0.9, INFANT",
        "1, SMALL_CHILD",
        "5.9, SMALL_CHILD",
        "6, CHILD",
        "13.9, CHILD",
        "14, ADULT",
        "45, MIDDLE",
        "64.9, MIDDLE",
        "65, OLD",
        ", UNKNOWN"
    })
    void agesFallIntoBands(Double years, AgeBand band) {
        assertThat(AgeBand.of(years)).isEqualTo(band);
    }

    @Test
    void refusesANegativeAge() {
        assertThatThrownBy(() -> AgeBand.of(-1.0)).hasMessageContaining("not -1.0");
    }

    @Test
    void differentStrataHaveDifferentLabels() {
        assertThat(new Stratum(2026, AgeBand.CHILD, "FEMALE", "ORAL", null).label())
                .isEqualTo("2026|CHILD|FEMALE|ORAL|");
        assertThat(new Stratum(null, null, "A", null, null).label())
                .isNotEqualTo(new Stratum(null, null, null, "A", null).label());
    }

    @Test
    void graveIsWhatEndsOrThreatensLifeOrLasts() {
        assertThat(Seriousness.LIFE_THREATENING.isGrave()).isTrue();
        assertThat(Seriousness.DISABILITY.isGrave()).isTrue();
        assertThat(Seriousness.HOSPITALISATION.isGrave()).isFalse();
    }
}
