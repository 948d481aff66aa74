package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.Level;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.schemas.EventStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A schema, an entry and a model.yaml make a working model on a stream that no Java has ever heard of. */
class NewStreamTest {

    private static final String TOPIC = "food-sampling";

    private final Replay replay = new Replay(
            ModelLibrary.loadModel(Path.of("src", "test", "resources", "food", "library", "unsafe-food")),
            Regions.load(Path.of("reference", "regions.yaml")),
            Duration.ofDays(1));

    private void result(String id, String shop, double measured) {
        replay.event(
                TOPIC,
                new EventCells(EventStream.ofTopic(TOPIC).schema())
                        .event(Map.of(
                                "resultId",
                                id,
                                "sampledAt",
                                "2026-03-0" + id + "T10:00:00+08:00",
                                "shop",
                                shop,
                                "producer",
                                "mill",
                                "measured",
                                Double.toString(measured),
                                "limit",
                                "0.2")));
    }

    private List<Episode> alerts() {
        return replay.episodes().stream()
                .filter(episode -> episode.level() != Level.NONE)
                .toList();
    }

    @Test
    void aSingleResultAboveTheLimitIsTheShops() {
        result("1", "market", 0.3);
        result("2", "kitchen", 0.2);

        assertThat(alerts()).singleElement().satisfies(episode -> {
            assertThat(episode.subject().name()).isEqualTo("market");
            assertThat(episode.signs()).containsOnlyKeys("FS-01");
            assertThat(episode.level()).isEqualTo(Level.ORANGE);
        });
    }

    @Test
    void aProducerWhoFailsInThreeShopsIsSeenAcrossThem() {
        result("1", "market", 0.3);
        result("2", "kitchen", 0.4);
        result("3", "school", 0.5);

        assertThat(alerts())
                .filteredOn(episode -> episode.subject().kind().equals("producer"))
                .singleElement()
                .satisfies(episode -> assertThat(episode.level()).isEqualTo(Level.RED));
    }
}
