package io.zhiwei.deploy.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.measure.number.CreditCode;
import io.zhiwei.schemas.Advertisement;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdvertisementGeneratorTest {

    private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");
    private static final int MANY = 5_000;

    @Test
    void makesTheSameEventsFromTheSameSeed() {
        assertThat(events(7, 0.05)).isEqualTo(events(7, 0.05));
    }

    @Test
    void makesOthersFromAnotherSeed() {
        assertThat(events(7, 0.05)).isNotEqualTo(events(8, 0.05));
    }

    @Test
    void keepsTheShareOfViolations() {
        long violating = sightings(3, 0.05).stream().filter(Sighting::violating).count();

        assertThat(violating).isBetween(MANY * 4L / 100, MANY * 6L / 100);
    }

    @Test
    void writesTextsOfAdvertisingLengthAndHardlyTwiceTheSame() {
        List<String> texts =
                events(3, 0.05).stream().map(Advertisement::getText).toList();
        Set<String> different = new HashSet<>(texts);

        assertThat(texts).allMatch(text -> text.length() >= 30 && text.length() <= 320);
        assertThat(texts.stream().mapToInt(String::length).average().orElseThrow())
                .isBetween(90.0, 160.0);
        assertThat(different.size()).isBetween(MANY * 3 / 4, MANY * 9 / 10);
    }

    @Test
    void leavesNoSlotOpen() {
        assertThat(events(3, 0.5)).noneMatch(event -> event.getText().contains("<"));
    }

    @Test
    void givesEveryEventItsOwnIdAndASoundCreditCode() {
        List<Advertisement> events = events(3, 0.05);

        assertThat(events.stream().map(Advertisement::getAdId).distinct()).hasSize(MANY);
        assertThat(events).allMatch(event -> CreditCode.isSound(String.valueOf(event.getAdvertiserUscc())));
    }

    private static List<Advertisement> events(long seed, double share) {
        return sightings(seed, share).stream().map(Sighting::advertisement).toList();
    }

    private static List<Sighting> sightings(long seed, double share) {
        AdvertisementGenerator generator = new AdvertisementGenerator(seed, share);
        return Stream.generate(() -> generator.next(NOON)).limit(MANY).toList();
    }
}
