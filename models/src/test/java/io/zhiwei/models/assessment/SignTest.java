package io.zhiwei.models.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.definition.Level;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SignTest {

    @Test
    void theOnlyFindingLeavesNothing() {
        assertThat(Sign.of(finding(1, 50)).without(event(1))).isNull();
    }

    @Test
    void withoutTheStrongestTheNextStrongestIsShown() {
        Sign sign = Sign.of(finding(1, 20)).with(finding(2, 90)).with(finding(3, 30));

        Sign left = Objects.requireNonNull(sign.without(event(2)));

        assertThat(left.strongest()).isEqualTo(finding(3, 30));
        assertThat(left.evidence()).extracting(Evidence::event).containsExactly(event(1), event(3));
        assertThat(left.total()).isEqualTo(2);
    }

    @Test
    void oneThatIsOnlyCountedIsCountedNoMore() {
        Sign sign = Sign.of(finding(1, 20));
        for (int i = 2; i <= Sign.MAX_EVIDENCE + 2; i++) {
            sign = sign.with(finding(i, 20));
        }

        Sign left = Objects.requireNonNull(sign.without(event(Sign.MAX_EVIDENCE + 2)));

        assertThat(left.evidence()).hasSize(Sign.MAX_EVIDENCE);
        assertThat(left.total()).isEqualTo(Sign.MAX_EVIDENCE + 1);
    }

    private static EventRef event(int number) {
        return new EventRef("event-" + number, "sales", Instant.ofEpochSecond(number));
    }

    private static Finding finding(int number, double weight) {
        Evidence evidence = new Evidence(event(number), "field", "value", List.of(), "");
        return new Finding("DS-01", number, 0, "", weight, 1, false, Level.NONE, evidence);
    }
}
