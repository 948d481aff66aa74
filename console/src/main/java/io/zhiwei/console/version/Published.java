package io.zhiwei.console.version;

import io.zhiwei.models.version.ModelUpdates;
import io.zhiwei.schemas.ModelReply;
import io.zhiwei.schemas.ModelState;
import io.zhiwei.schemas.ModelTransition;
import io.zhiwei.schemas.ModelUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version that was published, as its page shows it.
 *
 * @param update how it came and what was decided about it
 * @param state its state
 * @param reply what the job said to the latest decision; null where it has not answered
 * @param changes thresholds that differ from the version before
 */
public record Published(
        ModelUpdate update, ModelState state, @Nullable ModelReply reply, List<Change> changes) {

    /** A threshold before and after, without needless digits. */
    public record Change(String threshold, String before, String after, String unit) {}

    /** Returns when it took a state; empty where it never did. */
    public Optional<Instant> since(ModelState wanted) {
        return update.getTransitions().stream()
                .filter(one -> one.getState() == wanted)
                .map(ModelTransition::getAt)
                .findFirst();
    }

    /** Returns the submission on which an approver has to decide; null where it waits for nobody. */
    public @Nullable ModelTransition submission() {
        return ModelUpdates.submission(update).orElse(null);
    }

    /** Returns when the latest step was taken. */
    public Instant lastAt() {
        return update.getTransitions().get(update.getTransitions().size() - 1).getAt();
    }

    /** Returns the states for which it can be submitted, in their order. */
    public List<ModelState> askable() {
        return List.of(ModelState.values()).stream()
                .filter(other -> ModelUpdates.needsApproval(other) && other.compareTo(state) > 0)
                .toList();
    }

    /** Returns whether the one thing in which it differs is this value of a threshold. */
    public boolean changesOnly(String threshold, @Nullable Double value) {
        return value != null
                && changes.size() == 1
                && changes.get(0).threshold().equals(threshold)
                && Double.parseDouble(changes.get(0).after()) == value;
    }

    /** What was decided, submitted, taken back by whoever submitted it, or sent back by somebody else. */
    public enum StepKind {
        DECIDED,
        SUBMITTED,
        TAKEN_BACK,
        SENT_BACK
    }

    /** A step of the version's history. */
    public record Step(StepKind kind, ModelTransition transition) {}

    /** Returns its history, oldest first. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        ModelTransition before = null;
        for (ModelTransition one : update.getTransitions()) {
            steps.add(new Step(kind(before, one), one));
            before = one;
        }
        return steps;
    }

    private static StepKind kind(@Nullable ModelTransition before, ModelTransition one) {
        if (one.getAsks() != null) {
            return StepKind.SUBMITTED;
        }
        if (before == null || before.getState() != one.getState()) {
            return StepKind.DECIDED;
        }
        return before.getBy().equals(one.getBy()) ? StepKind.TAKEN_BACK : StepKind.SENT_BACK;
    }
}
