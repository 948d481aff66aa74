package io.zhiwei.models.measure.disproportionality.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.measure.disproportionality.standing.PairStanding.Change;
import io.zhiwei.models.measure.disproportionality.standing.PairStanding.Outcome;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The life of a signal: section 14 of the domain specification. */
class PairStandingTest {

    private static final long WEEK = Duration.ofDays(7).toMillis();

    private @Nullable PairStanding standing;
    private int looks;

    @Test
    void isRaisedOnceAndToldAgainWhenHalfAsManyHaveCome() {
        assertThat(look(3, 0, 0, 0.5)).isEqualTo(Change.NONE);
        assertThat(look(4, 0, 0, 0.5, "IC")).isEqualTo(Change.RAISED);
        assertThat(look(5, 0, 0, 0.5, "IC")).isEqualTo(Change.NONE);
        assertThat(look(6, 0, 0, 0.5, "IC")).isEqualTo(Change.GROWN);
        assertThat(look(8, 0, 0, 0.5, "IC")).isEqualTo(Change.NONE);
    }

    @Test
    void threeSeriousReportsOrADeathOrAnotherCriterionAreToldToo() {
        look(20, 1, 0, 0.5, "IC");

        assertThat(look(21, 4, 0, 0.5, "IC")).isEqualTo(Change.GROWN);
        assertThat(look(22, 5, 1, 0.5, "IC")).isEqualTo(Change.GROWN);
        assertThat(look(23, 5, 1, 0.5, "EBGM", "IC")).isEqualTo(Change.GROWN);
        assertThat(look(24, 5, 1, 0.5, "IC")).isEqualTo(Change.NONE);
    }

    @Test
    void fadesOnlyAfterTwoMonthsFarBelow() {
        look(4, 0, 0, 0.5, "IC");

        for (int week = 0; week < 9; week++) {
            assertThat(look(4, 0, 0, -0.2)).isEqualTo(Change.NONE);
        }
        assertThat(look(4, 0, 0, -0.2)).isEqualTo(Change.FADED);
        assertThat(look(5, 0, 0, 0.1, "IC")).isEqualTo(Change.RAISED);
    }

    @Test
    void aLookJustBelowBeginsTheTwoMonthsAnew() {
        look(4, 0, 0, 0.5, "IC");
        for (int week = 0; week < 8; week++) {
            look(4, 0, 0, -0.2);
        }
        look(4, 0, 0, -0.05);

        assertThat(look(4, 0, 0, -0.2)).isEqualTo(Change.NONE);
        assertThat(standing).isNotNull();
    }

    @Test
    void isWithdrawnWhenReportsAreTakenBackAndNothingHoldsAnyMore() {
        look(4, 0, 0, 0.5, "IC");

        assertThat(look(3, 0, 0, 0.5, "IC")).isEqualTo(Change.NONE);
        assertThat(look(2, 0, 0, 0.2)).isEqualTo(Change.WITHDRAWN);
        assertThat(standing).isNull();
    }

    private Change look(long reports, long serious, long fatal, double component, String... grounds) {
        Look look = new Look("s" + looks, looks * WEEK, reports, serious, fatal, List.of(grounds), component);
        looks++;
        Outcome outcome = PairStanding.next(standing, look);
        standing = outcome.standing();
        return outcome.change();
    }
}
