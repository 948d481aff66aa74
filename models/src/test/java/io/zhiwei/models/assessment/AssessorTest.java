package io.zhiwei.models.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertLevel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AssessorTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T01:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-05T02:00:00Z");
    private static final Model MODEL = ModelLibrary.loadModel(Path.of("library", "medical-ads"));
    private final Assessor assessor = Assessor.of(MODEL, Regions.load(Path.of("reference", "regions.yaml")));

    @Test
    void combinesDistinctIndicatorsByNoisyOr() {
        Episode episode =
                assessor.absorb(null, findings("a", MONDAY, 1, finding("AD-01", 45), finding("AD-03", 55)), NOW);

        assertThat(episode.score()).isCloseTo(100 * (1 - 0.55 * 0.45), within(0.01));
        assertThat(episode.level()).isEqualTo(Level.ORANGE);
    }

    @Test
    void takesTheFullerProfileOfTheSameEventInEitherOrder() {
        Findings full = findings("a", MONDAY, 1, finding("AD-01", 45));
        Findings bare = full.bare().with(List.of(finding("AD-32", 20)));

        assertThat(absorbAll(List.of(bare, full)).profile()).isEqualTo(full.profile());
        assertThat(absorbAll(List.of(full, bare)).profile()).isEqualTo(full.profile());
    }

    @Test
    void countsAnIndicatorOnce() {
        Episode one = assessor.absorb(null, findings("a", MONDAY, 1, finding("AD-01", 45)), NOW);
        Episode two = assessor.absorb(one, findings("b", MONDAY.plusSeconds(9), 1, finding("AD-01", 45)), NOW);

        assertThat(two.score()).isEqualTo(one.score());
        assertThat(two.occurrences()).isEqualTo(2);
        assertThat(two.revision()).isEqualTo(one.revision() + 1);
        assertThat(assessor.isNews(one, two)).isFalse();
    }

    @Test
    void givesNothingForAggravationAlone() {
        Episode episode =
                assessor.absorb(null, findings("a", MONDAY, 1.6, finding("AD-32", 20), finding("AD-30", 10)), NOW);

        assertThat(episode.score()).isZero();
        assertThat(episode.level()).isEqualTo(Level.NONE);
        assertThat(assessor.isNews(null, episode)).isFalse();
    }

    @Test
    void raisesTheLevelToTheFloorOfAFinding() {
        Finding floored = finding("AD-23", 60, Level.ORANGE, "a", MONDAY);

        Episode episode = assessor.absorb(null, findings("a", MONDAY, 0.9, floored), NOW);

        assertThat(episode.score()).isLessThan(70);
        assertThat(episode.level()).isEqualTo(Level.ORANGE);
    }

    @Test
    void capsTheScore() {
        Episode episode = assessor.absorb(null, findings("a", MONDAY, 1.6, finding("AD-10", 80)), NOW);

        assertThat(episode.score()).isEqualTo(100);
    }

    @Test
    void laysEpisodesOnAFixedGrid() {
        Instant start = assessor.episodeStart(MONDAY);

        assertThat(assessor.episodeStart(start)).isEqualTo(start);
        assertThat(assessor.episodeStart(start.minusMillis(1))).isEqualTo(start.minus(Duration.ofDays(7)));
        assertThat(assessor.episodeStart(assessor.episodeEnd(start).minusMillis(1)))
                .isEqualTo(start);
        assertThat(assessor.episodeStart(Instant.parse("1990-01-01T00:00:00Z"))).isBefore(MONDAY);
    }

    @Test
    void writesAnAlertThatExplainsItself() {
        Episode episode = assessor.absorb(null, findings("a", MONDAY, 1.2, finding("AD-03", 55)), NOW);

        Alert alert = assessor.alert(episode);

        assertThat(alert.getLevel()).isEqualTo(AlertLevel.YELLOW);
        assertThat(alert.getRaisedAt()).isEqualTo(NOW);
        assertThat(alert.getRegion().getName()).isEqualTo("葛店经济技术开发区");
        assertThat(alert.getKinds()).containsExactly("V02");
        assertThat(alert.getFindings().get(0).getLegalBasis().get(0)).contains("广告法");
        assertThat(alert.getFindings().get(0).getEvidence()).hasSize(1);
    }

    @Test
    void countsWorkingDaysUntilReview() {
        Episode yellow = assessor.absorb(null, findings("a", MONDAY, 1, finding("AD-03", 55)), NOW);

        // NOW is a Friday: three working days end on Wednesday.
        assertThat(assessor.alert(yellow).getDueAt()).isEqualTo(NOW.plus(Duration.ofDays(5)));
    }

    @Property(tries = 200)
    void theOrderOfArrivalDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<Findings> inputs = new ArrayList<>();
        String[] indicators = {"AD-01", "AD-03", "AD-05", "AD-18", "AD-32"};
        for (int i = 0; i < 12; i++) {
            Instant time = MONDAY.plusSeconds(random.nextInt(5));
            String id = "e" + i;
            double weight = 20 + random.nextInt(3) * 10;
            inputs.add(findings(
                    id,
                    time,
                    1 + random.nextInt(3) * 0.1,
                    finding(indicators[random.nextInt(indicators.length)], weight, Level.NONE, id, time)));
        }
        Episode forward = absorbAll(inputs);
        Collections.shuffle(inputs, random);
        Episode shuffled = absorbAll(inputs);

        assertThat(shuffled.alertId()).isEqualTo(forward.alertId());
        assertThat(shuffled.revision()).isEqualTo(forward.revision());
        assertThat(shuffled.score()).isEqualTo(forward.score());
        assertThat(shuffled.signs()).isEqualTo(forward.signs());
        assertThat(shuffled.first()).isEqualTo(forward.first());
        assertThat(shuffled.last()).isEqualTo(forward.last());
    }

    private Episode absorbAll(List<Findings> inputs) {
        Episode episode = assessor.absorb(null, inputs.get(0), NOW);
        for (Findings input : inputs.subList(1, inputs.size())) {
            episode = assessor.absorb(episode, input, NOW);
        }
        return episode;
    }

    private static Finding finding(String indicator, double weight) {
        return finding(indicator, weight, Level.NONE, "a", MONDAY);
    }

    private static Finding finding(String indicator, double weight, Level floor, String eventId, Instant time) {
        EventRef event = new EventRef(eventId, "advertisements", time);
        return new Finding(
                indicator, 1, 1, "hits", weight, 1, false, floor, new Evidence(event, "text", "x", List.of(), ""));
    }

    private static Findings findings(String eventId, Instant time, double multiplier, Finding... findings) {
        return new Findings(
                MODEL.id(),
                1,
                new Subject("creative", "s1", "某产品"),
                new EventRef(eventId, "advertisements", time),
                new Profile("420703", "GD", "市场监督管理局", Map.of("publisher", eventId)),
                multiplier,
                List.of(),
                List.of(),
                List.of(findings));
    }
}
