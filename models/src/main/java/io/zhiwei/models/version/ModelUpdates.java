package io.zhiwei.models.version;

import io.zhiwei.schemas.ModelState;
import io.zhiwei.schemas.ModelTransition;
import io.zhiwei.schemas.ModelUpdate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What everybody does alike who publishes versions or decides about them: the command line and the console. */
public final class ModelUpdates {

    private ModelUpdates() {}

    /** Returns a name that no other update has. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Returns the key under which the topic keeps the latest state of a version; no other version can have it. */
    public static String key(ModelUpdate update) {
        return update.getModelId() + "|" + update.getVersion() + "|" + update.getDigest();
    }

    /** Returns the same version after another decision. */
    public static ModelUpdate decided(ModelUpdate update, ModelTransition transition) {
        List<ModelTransition> transitions = new ArrayList<>(update.getTransitions());
        transitions.add(transition);
        return ModelUpdate.newBuilder(update)
                .setUpdateId(newId())
                .setTransitions(transitions)
                .build();
    }

    /** Returns the submission on which an approver has to decide; empty where the version waits for nobody. */
    public static Optional<ModelTransition> submission(ModelUpdate update) {
        List<ModelTransition> all = update.getTransitions();
        return Optional.of(all.get(all.size() - 1)).filter(last -> last.getAsks() != null);
    }

    /** Returns whether a version takes a state only with another person's approval. */
    public static boolean needsApproval(ModelState state) {
        return state == ModelState.ACTIVE || state == ModelState.RETIRED;
    }

    /** Returns the newest version that is active; empty where only that of the library is. */
    public static Optional<ModelUpdate> newestActive(Collection<ModelUpdate> history) {
        return history.stream()
                .filter(update -> ModelVersion.stateOf(update) == ModelState.ACTIVE)
                .max(Comparator.comparing(ModelUpdate::getVersion));
    }
}
