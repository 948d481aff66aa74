package io.zhiwei.models.keyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.measure.distinct.DistinctSketch;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaneTest {

    private static Entry entry(int feed, String id, long time, String member) {
        return new Entry(
                feed, id, time, Long.MAX_VALUE, 0, new double[] {2}, new String[] {member}, 0, "", 1, Double.NaN, null);
    }

    @Test
    void keepsTheEarliestOfAFeedAndTheRestInSumsAndSketches() {
        Pane pane = Pane.empty();
        for (int i = 0; i < 1_000; i++) {
            pane = pane.with(entry(0, "e" + i, 10_000 - i, "m" + i), false);
        }

        assertThat(pane.entries()).hasSize(Pane.MAX_ENTRIES);
        assertThat(pane.entries().get(0).id()).isEqualTo("e999");
        Pane.Rest rest = pane.rest().get(0);
        assertThat(rest.count()).isEqualTo(1_000 - Pane.MAX_ENTRIES);
        assertThat(rest.sums()[0]).isEqualTo(2.0 * rest.count());
        assertThat(DistinctSketch.estimate(List.of(rest.sketches()[0]), List.of()))
                .isCloseTo(rest.count(), within(0.05 * rest.count()));
    }

    @Test
    void oneFeedTakesNoRoomFromAnother() {
        Pane pane = Pane.empty().with(entry(1, "late", 99_999, "m"), false);
        for (int i = 0; i < 400; i++) {
            pane = pane.with(entry(0, "e" + i, i, "m"), false);
        }

        assertThat(pane.entries()).anyMatch(kept -> kept.id().equals("late"));
        assertThat(pane.entries()).hasSize(Pane.MAX_ENTRIES + 1);
        assertThat(pane.rest()).singleElement().matches(rest -> rest.feed() == 0);
    }

    @Test
    void aLaterVersionOfWhatWasTakenBackCountsNoMoreEither() {
        Pane pane = Pane.empty().with(entry(0, "e", 5, "m"), false);
        pane = pane.judged(pane.entries().get(0).takenBack());
        Entry later = new Entry(
                0, "e", 6, Long.MAX_VALUE, 1, new double[] {3}, new String[] {"m"}, 0, "", 1, Double.NaN, null);

        assertThat(pane.with(later, false).entries()).singleElement().matches(Entry::isTakenBack);
    }
}
