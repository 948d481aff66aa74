package io.zhiwei.jobs.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.jobs.stream.ModelLoader;
import io.zhiwei.jobs.testing.Ads;
import io.zhiwei.jobs.testing.Updates;
import io.zhiwei.jobs.testing.WordWatch;
import io.zhiwei.models.assessment.Finding;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.models.screening.Screening;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.ModelState;
import io.zhiwei.schemas.ModelUpdate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which version judges which event. In the changed version the strong word weighs little. */
class VersionedScreenersTest {

    private final Screeners screeners = Screeners.Factory.from(WordWatch.definitions(), ModelLoader.none())
            .of(EventStream.ADVERTISEMENTS, new Registry());

    private static ModelUpdate quiet(int version, ModelState state) {
        return Updates.of(version, state, text -> text.replace("weight: 80", "weight: 20"));
    }

    @Test
    void theNewestActiveVersionJudges() {
        screeners.follow(quiet(2, ModelState.ACTIVE));

        assertThat(findings()).singleElement().satisfies(found -> {
            assertThat(found.modelVersion()).isEqualTo(2);
            assertThat(found.findings()).extracting(Finding::weight).containsExactly(20.0);
        });
    }

    @Test
    void aVersionInTheShadowRunsBesideTheActiveOneUnderAnotherName() {
        screeners.follow(quiet(2, ModelState.SHADOW));

        assertThat(findings()).extracting(Findings::modelId).containsExactlyInAnyOrder("word-watch", "word-watch@2");
    }

    @Test
    void aVersionInTheShadowGoesOnWhileItWaitsForApproval() {
        ModelUpdate update = quiet(2, ModelState.SHADOW);
        screeners.follow(update);
        ModelUpdate submitted = Updates.asking(update, ModelState.ACTIVE);
        screeners.follow(submitted);
        assertThat(findings()).extracting(Findings::modelId).containsExactlyInAnyOrder("word-watch", "word-watch@2");

        screeners.follow(Updates.decided(submitted, ModelState.ACTIVE));

        assertThat(findings()).extracting(Findings::modelId).containsExactly("word-watch");
        assertThat(findings()).extracting(Findings::modelVersion).containsExactly(2);
    }

    @Test
    void aRetiredVersionGivesWayToTheOneBefore() {
        ModelUpdate update = quiet(2, ModelState.ACTIVE);
        screeners.follow(update);
        screeners.follow(Updates.decided(update, ModelState.RETIRED));

        assertThat(findings()).extracting(Findings::modelVersion).containsExactly(1);
    }

    @Test
    void aVersionJudgesOnlyWhereAndWhenItApplies() {
        screeners.follow(ModelUpdate.newBuilder(quiet(2, ModelState.ACTIVE))
                .setValidFrom(Ads.TIME.plus(Duration.ofDays(1)))
                .build());
        screeners.follow(ModelUpdate.newBuilder(quiet(3, ModelState.ACTIVE))
                .setRegions(List.of("420703"))
                .build());

        assertThat(findings()).extracting(Findings::modelVersion).containsExactly(1);
    }

    @Test
    void aBadVersionChangesNothing() {
        screeners.follow(Updates.of(2, ModelState.ACTIVE, text -> text.replace("indicators:", "indicaters:")));

        assertThat(findings()).extracting(Findings::modelVersion).containsExactly(1);
    }

    private List<Findings> findings() {
        return screeners.current().stream()
                .flatMap(screener ->
                        screener.screen(Ads.event("ad-1", Ads.TIME, "strong").avro()).stream())
                .map(Screening::own)
                .toList();
    }
}
