package io.zhiwei.models.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Threshold;
import io.zhiwei.schemas.ModelState;
import io.zhiwei.schemas.ModelTransition;
import io.zhiwei.schemas.ModelUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Versions of the special drugs' model of the library. */
class ModelVersionsTest {

    private static final Path LIBRARY = Path.of("library");
    private static final String ID = "special-drug-sales";
    private static final Instant NOW = Instant.parse("2026-03-04T02:00:00Z");

    private final ModelVersions versions = new ModelVersions(LIBRARY, Regions.load(Path.of("reference/regions.yaml")));
    private final int first = versions.history(ID).get(0).model().version();

    @Test
    void theLibraryJudgesUntilSomethingElseComes() {
        assertThat(judging(NOW, "420704").model().version()).isEqualTo(first);
    }

    @Test
    void anActiveVersionJudgesFromItsFirstEventToItsLastInItsRegions() throws IOException {
        versions.accept(ModelUpdate.newBuilder(update(first + 1, ModelState.ACTIVE))
                .setValidFrom(NOW)
                .setValidTo(NOW.plus(Duration.ofDays(7)))
                .setRegions(List.of("420704"))
                .build());

        assertThat(judging(NOW, "420704").model().version()).isEqualTo(first + 1);
        assertThat(judging(NOW.minusMillis(1), "420704").model().version()).isEqualTo(first);
        assertThat(judging(NOW.plus(Duration.ofDays(7)), "420704").model().version())
                .isEqualTo(first);
        assertThat(judging(NOW, "420703").model().version()).isEqualTo(first);
    }

    @Test
    void aVersionInTheShadowHasANameOfItsOwn() throws IOException {
        ModelUpdate shadow = update(first + 1, ModelState.SHADOW);
        versions.accept(shadow);

        assertThat(versions.running()).extracting(Model::id).contains(ID, ID + "@" + (first + 1));
        assertThat(judging(NOW, "").model().version()).isEqualTo(first);

        versions.accept(decided(shadow, ModelState.ACTIVE, "li"));

        assertThat(versions.running()).extracting(Model::id).contains(ID).doesNotContain(ID + "@" + (first + 1));
        assertThat(judging(NOW, "").model().version()).isEqualTo(first + 1);
    }

    @Test
    void anOldMessageOfAVersionSaysNothingNew() throws IOException {
        ModelUpdate active = update(first + 1, ModelState.ACTIVE);
        ModelUpdate retired = decided(active, ModelState.RETIRED, "li");

        assertThat(versions.accept(active)).isTrue();
        assertThat(versions.accept(retired)).isTrue();
        assertThat(versions.accept(active)).isFalse();
        assertThat(judging(NOW, "").model().version()).isEqualTo(first);
    }

    @Test
    void aVersionKeepsWhatTheLibraryHasBesideTheModelFile() throws IOException {
        versions.accept(update(first + 1, ModelState.ACTIVE));

        assertThat(judging(NOW, "").model().thresholds())
                .extracting(Threshold::name)
                .isEqualTo(versions.history(ID).get(1).model().thresholds().stream()
                        .map(Threshold::name)
                        .toList());
    }

    @Test
    void refusesTheAuthorAsApprover() {
        assertRefused(update(first + 1, ModelState.ACTIVE, " Wang "), "cannot approve it too");
    }

    @Test
    void refusesAnActiveVersionThatNobodyApproved() {
        assertRefused(update(first + 1, ModelState.ACTIVE, null), "needs an approver");
    }

    @Test
    void refusesAnotherContentUnderAKnownNumber() throws IOException {
        versions.accept(update(first + 1, ModelState.ACTIVE));
        ModelUpdate other = withFiles(
                update(first + 1, ModelState.ACTIVE), Map.of("model.yaml", modelFile(first + 1) + "\n# another\n"));

        assertRefused(other, "publish it as version " + (first + 2));
        assertRefused(update(first, ModelState.ACTIVE), "a version never changes");
    }

    @Test
    void refusesToGoBackAndWhatSomebodyElseHasOvertaken() throws IOException {
        ModelUpdate draft = update(first + 1, ModelState.DRAFT);
        versions.accept(draft);
        versions.accept(decided(draft, ModelState.RETIRED, "li"));

        assertRefused(decided(draft, ModelState.ACTIVE, "li"), "somebody else has decided");
        assertRefused(
                decided(decided(draft, ModelState.RETIRED, "li"), ModelState.ACTIVE, "li"), "cannot become ACTIVE");
    }

    @Test
    void aSubmittedVersionGoesOnAsItWasAndSaysWhatItWaitsFor() throws IOException {
        ModelUpdate shadow = update(first + 1, ModelState.SHADOW);
        versions.accept(shadow);
        ModelUpdate submitted = asking(shadow, ModelState.ACTIVE, "wang");

        assertThat(versions.accept(submitted)).isTrue();

        assertThat(versions.running()).extracting(Model::id).contains(ID, ID + "@" + (first + 1));
        assertThat(judging(NOW, "").model().version()).isEqualTo(first);
        assertThat(ModelUpdates.submission(shadow)).isEmpty();
        assertThat(ModelUpdates.submission(submitted))
                .hasValueSatisfying(one -> assertThat(one.getAsks()).isEqualTo(ModelState.ACTIVE));
    }

    @Test
    void aSubmissionEndsWithTheApproval() throws IOException {
        ModelUpdate approved = decided(
                asking(update(first + 1, ModelState.DRAFT), ModelState.ACTIVE, "wang"), ModelState.ACTIVE, "li");

        versions.accept(approved);

        assertThat(judging(NOW, "").model().version()).isEqualTo(first + 1);
        assertThat(ModelUpdates.submission(approved)).isEmpty();
        assertThat(versions.accept(decided(asking(approved, ModelState.RETIRED, "wang"), ModelState.RETIRED, "li")))
                .isTrue();
        assertThat(judging(NOW, "").model().version()).isEqualTo(first);
    }

    @Test
    void aSubmissionIsTakenBackOnceAndMadeAgain() throws IOException {
        ModelUpdate submitted = asking(update(first + 1, ModelState.ACTIVE), ModelState.RETIRED, "wang");
        ModelUpdate back = with(submitted, transition(ModelState.ACTIVE, null));

        assertThat(versions.accept(back)).isTrue();

        assertThat(ModelUpdates.submission(back)).isEmpty();
        assertThat(judging(NOW, "").model().version()).isEqualTo(first + 1);
        assertRefused(with(back, transition(ModelState.ACTIVE, null)), "cannot become ACTIVE");
        assertThat(versions.accept(asking(back, ModelState.RETIRED, "zhao"))).isTrue();
    }

    @Test
    void refusesWhoeverSubmittedAsApprover() throws IOException {
        ModelUpdate submitted = asking(update(first + 1, ModelState.SHADOW), ModelState.ACTIVE, "zhao");

        assertRefused(decided(submitted, ModelState.ACTIVE, "Zhao"), "cannot approve it too");
        assertRefused(decided(submitted, ModelState.ACTIVE, "wang"), "cannot approve it too");
        assertThat(versions.accept(decided(submitted, ModelState.ACTIVE, "li"))).isTrue();
    }

    @Test
    void refusesToAskForWhatNobodyApproves() throws IOException {
        assertRefused(
                asking(update(first + 1, ModelState.DRAFT), ModelState.SHADOW, "wang"), "only ACTIVE and RETIRED");
        assertRefused(asking(update(first + 1, ModelState.SHADOW), ModelState.DRAFT, "wang"), "needs nobody's");
    }

    @Test
    void refusesToAskForWhatItIsOrWas() throws IOException {
        ModelUpdate active = update(first + 1, ModelState.ACTIVE);
        assertRefused(asking(active, ModelState.ACTIVE, "wang"), "cannot become ACTIVE");
        ModelUpdate retired = decided(active, ModelState.RETIRED, "li");
        assertRefused(asking(retired, ModelState.ACTIVE, "wang"), "cannot become ACTIVE");
    }

    @Test
    void refusesASecondSubmissionWhileOneWaits() throws IOException {
        ModelUpdate submitted = asking(update(first + 1, ModelState.SHADOW), ModelState.ACTIVE, "wang");

        assertRefused(asking(submitted, ModelState.RETIRED, "wang"), "waits for the approval of ACTIVE already");
    }

    @Test
    void refusesASubmissionThatAlsoChangesTheState() throws IOException {
        ModelTransition both = ModelTransition.newBuilder(transition(ModelState.SHADOW, null))
                .setAsks(ModelState.ACTIVE)
                .build();

        assertRefused(with(update(first + 1, ModelState.DRAFT), both), "in a transition of its own");
        assertRefused(
                ModelUpdate.newBuilder(update(first + 1, ModelState.SHADOW))
                        .setTransitions(List.of(both))
                        .build(),
                "in a transition of its own");
    }

    @Test
    void refusesToApproveByAskingForIt() throws IOException {
        ModelTransition disguised = ModelTransition.newBuilder(transition(ModelState.ACTIVE, null))
                .setAsks(ModelState.RETIRED)
                .build();

        assertRefused(with(update(first + 1, ModelState.DRAFT), disguised), "needs an approver");
    }

    @Test
    void refusesAWrongModelWithFileLineAndNearestName() {
        ModelUpdate wrong = withFiles(
                update(first + 1, ModelState.ACTIVE),
                Map.of("model.yaml", modelFile(first + 1).replaceFirst("(?m)^episodeDays:", "episodDays:")));

        assertRefused(wrong, "episodeDays");
        assertThat(judging(NOW, "").model().version()).isEqualTo(first);
    }

    @Test
    void refusesAFileOutsideTheFolder() {
        ModelUpdate wrong = withFiles(
                update(first + 1, ModelState.ACTIVE), Map.of("../model.yaml", "x", "model.yaml", modelFile(first + 1)));

        assertRefused(wrong, "is no name of a file");
    }

    @Test
    void refusesUnknownRegionsAndTimesThatEndBeforeTheyBegin() {
        assertRefused(
                ModelUpdate.newBuilder(update(first + 1, ModelState.ACTIVE))
                        .setRegions(List.of("990000"))
                        .build(),
                "there is no region '990000'");
        assertRefused(
                ModelUpdate.newBuilder(update(first + 1, ModelState.ACTIVE))
                        .setValidFrom(NOW)
                        .setValidTo(NOW)
                        .build(),
                "before it begins");
    }

    private ModelVersion judging(Instant time, String region) {
        return versions.judging(ID, time, region).orElseThrow();
    }

    private void assertRefused(ModelUpdate update, String reason) {
        assertThatThrownBy(() -> versions.accept(update))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(reason);
    }

    private static String modelFile(int version) {
        try {
            return Files.readString(LIBRARY.resolve(ID).resolve("model.yaml"))
                    .replaceFirst("(?m)^version: \\d+", "version: " + version);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ModelUpdate update(int version, ModelState state) {
        return update(version, state, "li");
    }

    private static ModelUpdate update(int version, ModelState state, @Nullable String approver) {
        Map<String, String> files = Map.of("model.yaml", modelFile(version));
        return ModelUpdate.newBuilder()
                .setUpdateId("u")
                .setModelId(ID)
                .setVersion(version)
                .setDigest(ModelVersions.digest(files))
                .setFiles(files)
                .setAuthor("wang")
                .setReason("fewer false alarms in spring")
                .setCreatedAt(NOW)
                .setTransitions(List.of(transition(state, approver)))
                .build();
    }

    private static ModelUpdate withFiles(ModelUpdate update, Map<String, String> files) {
        return ModelUpdate.newBuilder(update)
                .setFiles(files)
                .setDigest(ModelVersions.digest(files))
                .build();
    }

    private static ModelUpdate decided(ModelUpdate update, ModelState state, String approver) {
        return with(update, transition(state, approver));
    }

    private static ModelUpdate asking(ModelUpdate update, ModelState asks, String who) {
        return with(
                update,
                ModelTransition.newBuilder(transition(ModelVersion.stateOf(update), null))
                        .setBy(who)
                        .setAsks(asks)
                        .build());
    }

    private static ModelUpdate with(ModelUpdate update, ModelTransition transition) {
        return ModelUpdate.newBuilder(ModelUpdates.decided(update, transition))
                .setUpdateId(update.getUpdateId())
                .build();
    }

    private static ModelTransition transition(ModelState state, @Nullable String approver) {
        return ModelTransition.newBuilder()
                .setState(state)
                .setBy("wang")
                .setApprover(approver)
                .setReason("because")
                .setAt(NOW)
                .build();
    }
}
