package io.zhiwei.console.version;

import io.zhiwei.console.ConsoleSettings;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Problem;
import io.zhiwei.models.definition.Threshold;
import io.zhiwei.models.version.ModelFiles;
import io.zhiwei.models.version.ModelUpdates;
import io.zhiwei.models.version.ModelVersion;
import io.zhiwei.models.version.ModelVersions;
import io.zhiwei.models.version.VersionDiff;
import io.zhiwei.schemas.ModelState;
import io.zhiwei.schemas.ModelTransition;
import io.zhiwei.schemas.ModelUpdate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where versions of models are written and decided about, one at a time. Checks by the rules of the job before anything is
 * published; the job checks again and answers.
 */
@Component
public final class VersionDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Path library;
    private final KnownVersions known;
    private final VersionLog log;
    private final Clock clock;

    /** Decides about versions of a log, which stand on those of the library. */
    public VersionDesk(ConsoleSettings settings, VersionLog log, Clock clock) {
        this.library = settings.models();
        this.known = new KnownVersions(library, Regions.load(settings.regions()), log);
        this.log = log;
        this.clock = clock;
    }

    /** Somebody else has decided about the version since the page was opened. */
    public static final class MeanwhileException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Whoever wrote or submitted a version cannot approve it. */
    public static final class OwnVersionException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Nobody has submitted the version for what would be approved. */
    public static final class NotSubmittedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Returns the newest active version of a model, that of the library at last; empty where there is no such model. */
    public Optional<Model> current(String modelId) {
        return known.toRead().history(modelId).stream()
                .filter(version -> version.state() == ModelState.ACTIVE)
                .findFirst()
                .map(ModelVersion::model);
    }

    /** Returns what a published version says, under the model's own name; empty where there is no such version. */
    public Optional<Model> version(String modelId, int version) {
        return known.toRead().history(modelId).stream()
                .map(one -> one.model().inTheLight())
                .filter(model -> model.version() == version)
                .findFirst();
    }

    /** Returns what was published of a model and was not refused, the newest first. */
    public List<Published> history(String modelId) {
        List<ModelVersion> all = known.toRead().history(modelId);
        List<Published> published = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            ModelUpdate update = all.get(i).update();
            if (update != null) {
                published.add(new Published(
                        update,
                        all.get(i).state(),
                        log.reply(update.getUpdateId()).orElse(null),
                        i + 1 < all.size()
                                ? changes(all.get(i + 1).model(), all.get(i).model())
                                : List.of()));
            }
        }
        return published;
    }

    /** Returns a version; empty where it was not published. */
    public Optional<Published> find(String modelId, int version) {
        return history(modelId).stream()
                .filter(one -> one.update().getVersion() == version)
                .findFirst();
    }

    /** Returns what an approver has to decide about, what was submitted first at the top. */
    public List<Published> waiting() {
        return known.toRead().ids().stream()
                .flatMap(id -> history(id).stream())
                .filter(one -> one.submission() != null)
                .sorted(Comparator.comparing(Published::lastAt))
                .toList();
    }

    /** Returns the lines in which a version differs from the one before it, as a unified diff. */
    public List<String> diff(String modelId, int version) {
        List<ModelVersion> all = known.toRead().history(modelId);
        Map<String, String> after = new TreeMap<>();
        Map<String, String> before = new TreeMap<>();
        int other = 0;
        for (ModelVersion one : oldestFirst(all)) {
            if (one.model().version() < version) {
                before = files(one);
                other = one.model().version();
            } else if (one.model().version() == version) {
                after = files(one);
            }
        }
        return VersionDiff.of(other, before, version, after);
    }

    private static List<ModelVersion> oldestFirst(List<ModelVersion> newestFirst) {
        List<ModelVersion> all = new ArrayList<>(newestFirst);
        Collections.reverse(all);
        return all;
    }

    /**
     * Publishes the newest active version with another threshold.
     *
     * @return the update
     * @throws DefinitionException with everything for which it is refused
     */
    public synchronized ModelUpdate edit(String modelId, Edit edit, String author) {
        ModelVersions versions = known.toChange();
        ModelVersion base = versions.history(modelId).stream()
                .filter(version -> version.state() == ModelState.ACTIVE)
                .findFirst()
                .orElseThrow();
        int latest = versions.history(modelId).get(0).model().version();
        Map<String, String> files =
                ModelFiles.changed(base.model(), files(base), Map.of(edit.threshold(), edit.value()), latest + 1);
        ModelUpdate update = ModelUpdate.newBuilder()
                .setUpdateId(ModelUpdates.newId())
                .setModelId(modelId)
                .setVersion(latest + 1)
                .setDigest(ModelVersions.digest(files))
                .setFiles(files)
                .setAuthor(author)
                .setReason(edit.reason())
                .setCreatedAt(now())
                .setTransitions(List.of(transition(edit.state(), author, null, edit.reason())))
                .build();
        publish(versions, update);
        return update;
    }

    /**
     * Runs a draft beside the active version.
     *
     * @param seen id of the latest update that the page showed
     */
    public synchronized void shadow(String modelId, int version, String seen, String reason, String who) {
        ModelVersions versions = known.toChange();
        ModelUpdate known = seen(versions, modelId, version, seen);
        publish(versions, ModelUpdates.decided(known, transition(ModelState.SHADOW, who, null, reason)));
    }

    /**
     * Submits a version for another person's approval; until then it stays as it is.
     *
     * @param asks ACTIVE or RETIRED
     * @param seen id of the latest update that the page showed
     */
    public synchronized void submit(
            String modelId, int version, ModelState asks, String seen, String reason, String who) {
        ModelVersions versions = known.toChange();
        ModelUpdate known = seen(versions, modelId, version, seen);
        ModelTransition submission = transition(ModelVersion.stateOf(known), who, null, reason);
        submission.setAsks(asks);
        publish(versions, ModelUpdates.decided(known, submission));
    }

    /**
     * Takes a submission back, or sends it back to whoever made it.
     *
     * @param seen id of the latest update that the page showed
     * @throws NotSubmittedException if nothing waits
     */
    public synchronized void takeBack(String modelId, int version, String seen, String reason, String who) {
        ModelVersions versions = known.toChange();
        ModelUpdate known = seen(versions, modelId, version, seen);
        if (ModelUpdates.submission(known).isEmpty()) {
            throw new NotSubmittedException();
        }
        publish(versions, ModelUpdates.decided(known, transition(ModelVersion.stateOf(known), who, null, reason)));
    }

    /**
     * Approves what was submitted: makes a version judge events, or takes it back for good.
     *
     * @param state ACTIVE or RETIRED
     * @param seen id of the latest update that the page showed
     * @throws OwnVersionException if the person wrote or submitted the version
     * @throws NotSubmittedException if nobody asks for this state
     * @throws MeanwhileException if somebody else has decided since the page was opened
     * @throws DefinitionException with everything for which it is refused
     */
    public synchronized void approve(
            String modelId, int version, ModelState state, String seen, String reason, String approver) {
        ModelVersions versions = known.toChange();
        ModelUpdate known = seen(versions, modelId, version, seen);
        ModelTransition submission = ModelUpdates.submission(known)
                .filter(one -> one.getAsks() == state)
                .orElseThrow(NotSubmittedException::new);
        if (isSame(known.getAuthor(), approver) || isSame(submission.getBy(), approver)) {
            throw new OwnVersionException();
        }
        publish(versions, ModelUpdates.decided(known, transition(state, submission.getBy(), approver, reason)));
    }

    private static boolean isSame(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    private static ModelUpdate seen(ModelVersions versions, String modelId, int version, String seen) {
        ModelUpdate known = versions.history(modelId).stream()
                .map(ModelVersion::update)
                .filter(Objects::nonNull)
                .filter(update -> update.getVersion() == version)
                .findFirst()
                .orElseThrow(MeanwhileException::new);
        if (!known.getUpdateId().equals(seen)) {
            throw new MeanwhileException();
        }
        return known;
    }

    /** What is known here to be wrong is not published; what only the job can know, its answer tells. */
    private void publish(ModelVersions versions, ModelUpdate update) {
        versions.accept(update);
        log.append(update);
        log.awaitReply(update.getUpdateId(), PATIENCE);
        log.reply(update.getUpdateId()).filter(reply -> !reply.getAccepted()).ifPresent(reply -> {
            throw new DefinitionException(reply.getProblems().stream()
                    .map(problem -> new Problem(update.getModelId(), 0, problem))
                    .toList());
        });
    }

    private Map<String, String> files(ModelVersion version) {
        ModelUpdate update = version.update();
        try {
            Map<String, String> files = new TreeMap<>(
                    ModelFiles.read(library.resolve(Model.nameOf(version.model().id()))));
            if (update != null) {
                files.putAll(update.getFiles());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The library cannot be read", e);
        }
    }

    private ModelTransition transition(ModelState state, String by, @Nullable String approver, String reason) {
        return ModelTransition.newBuilder()
                .setState(state)
                .setBy(by)
                .setApprover(approver)
                .setReason(reason)
                .setAt(now())
                .build();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<Published.Change> changes(Model before, Model after) {
        return after.thresholds().stream()
                .flatMap(threshold -> before
                        .threshold(threshold.name())
                        .filter(old -> old.value() != threshold.value())
                        .map(old -> change(old, threshold))
                        .stream())
                .toList();
    }

    private static Published.Change change(Threshold before, Threshold after) {
        return new Published.Change(after.name(), plain(before.value()), plain(after.value()), after.unit());
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
