package io.zhiwei.models.measure.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.measure.window.DistinctWindow.Member;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistinctWindowTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private final DistinctWindow window = new DistinctWindow(Duration.ofDays(7), 3);

    @Test
    void countsMembersInsideTheWindowOnly() {
        List<Member> members = List.of(new Member(0, 0), new Member(DAY, 0), new Member(8 * DAY, 0));

        assertThat(window.count(members, new Member(7 * DAY, 0))).isEqualTo(3);
        assertThat(window.count(members, new Member(7 * DAY + 1, 0))).isEqualTo(2);
    }

    @Test
    void countsNearFingerprintsAsTheSame() {
        List<Member> members = List.of(new Member(0, 0b111), new Member(0, 0b1111));

        assertThat(window.count(members, new Member(0, 0))).isEqualTo(1);
    }

    @Test
    void keepsTheLatestWhateverTheOrder() {
        Member early = new Member(1, 5);
        Member late = new Member(2, 3);

        assertThat(window.latest(early, late)).isEqualTo(late).isEqualTo(window.latest(late, early));
    }

    @Test
    void expiresAMemberWhenNoLaterEventCanSeeIt() {
        Member member = new Member(DAY, 0);

        assertThat(window.count(List.of(member), new Member(window.expiry(member) - 1, 0)))
                .isEqualTo(1);
        assertThat(window.count(List.of(member), new Member(window.expiry(member), 0)))
                .isZero();
    }
}
