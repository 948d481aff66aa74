package io.zhiwei.models.measure.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.measure.window.DistinctWindow.Member;
import io.zhiwei.models.measure.window.DistinctWindow.Sighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DistinctWindowTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private final DistinctWindow window = new DistinctWindow(Duration.ofDays(7), 3);

    @Test
    void countsMembersInsideTheWindowOnly() {
        List<Member> members = List.of(member("a", 0, 0), member("b", 0, DAY), member("c", 0, 8 * DAY));

        assertThat(window.reaches(4, members, new Sighting("d", 0, 7 * DAY))).isTrue();
        assertThat(window.reaches(4, members, new Sighting("d", 0, 7 * DAY + 1)))
                .isFalse();
    }

    @Test
    void countsAMemberOnce() {
        List<Member> members = List.of(member("a", 0, 0), member("a", 1, DAY), member("b", 0, 0));

        assertThat(window.reaches(2, members, new Sighting("b", 0, 0))).isTrue();
        assertThat(window.reaches(3, members, new Sighting("b", 0, 0))).isFalse();
    }

    @Test
    void countsNearFingerprintsAsTheSame() {
        List<Member> members = List.of(member("a", 0b111, 0), member("b", 0b1111, 0));

        assertThat(window.reaches(2, members, new Sighting("c", 0, 0))).isTrue();
        assertThat(window.reaches(3, members, new Sighting("c", 0, 0))).isFalse();
    }

    @Test
    void forgetsNoTimeThatChangesAnAnswer() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Long> all = new ArrayList<>();
            List<Long> kept = List.of();
            for (int i = 0; i < 20; i++) {
                long time = random.nextLong(60 * DAY);
                all.add(time);
                kept = window.with(kept, time);
            }
            Sighting visitor = new Sighting("other", 0, random.nextLong(60 * DAY));

            assertThat(window.reaches(2, List.of(new Member("a", 0, kept)), visitor))
                    .isEqualTo(window.reaches(2, List.of(new Member("a", 0, all)), visitor));
        }
    }

    @Test
    void keepsFewTimesOfAMemberThatIsSeenOften() {
        List<Long> kept = List.of();
        for (int i = 0; i < 10_000; i++) {
            kept = window.with(kept, i * DAY / 1000);
        }

        assertThat(kept).hasSizeLessThan(5);
    }

    @Test
    void expiresWhatNoLaterEventCanSee() {
        List<Member> members = List.of(member("a", 0, DAY));
        long expiry = window.expiry(DAY);

        assertThat(window.reaches(2, members, new Sighting("b", 0, expiry - 1))).isTrue();
        assertThat(window.reaches(2, members, new Sighting("b", 0, expiry))).isFalse();
    }

    private static Member member(String name, long fingerprint, long time) {
        return new Member(name, fingerprint, List.of(time));
    }
}
