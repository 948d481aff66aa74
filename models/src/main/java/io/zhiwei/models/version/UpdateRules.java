package io.zhiwei.models.version;

import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.schemas.ModelState;
import io.zhiwei.schemas.ModelTransition;
import io.zhiwei.schemas.ModelUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an update must fulfil whatever its model says: who decided, in what order, where and when it applies. */
final class UpdateRules {

    private final Regions regions;

    UpdateRules(Regions regions) {
        this.regions = regions;
    }

    /**
     * Checks an update.
     *
     * @param known what is known of this version; null where it is new
     * @param latest number of the model's newest version
     * @throws DefinitionException with everything that is wrong
     */
    void check(ModelUpdate update, @Nullable ModelUpdate known, int latest) {
        Problems problems = new Problems(update.getModelId() + " version " + update.getVersion());
        checkContent(update, known, latest, problems);
        checkPlace(update, problems);
        checkTransitions(update, known, problems);
        problems.throwIfAny();
    }

    private static void checkContent(ModelUpdate update, @Nullable ModelUpdate known, int latest, Problems problems) {
        if (!update.getDigest().equals(ModelVersions.digest(update.getFiles()))) {
            problems.add(0, "the digest is not that of the files.");
        }
        if (known == null && update.getVersion() <= latest) {
            problems.add(
                    0,
                    "a version never changes, and version " + latest + " exists already: publish it as version "
                            + (latest + 1) + ".");
        }
        if (update.getAuthor().isBlank()) {
            problems.add(0, "the author is missing.");
        }
        if (update.getReason().isBlank()) {
            problems.add(0, "the reason is missing: say in a sentence why the version is needed.");
        }
    }

    private void checkPlace(ModelUpdate update, Problems problems) {
        Instant from = update.getValidFrom();
        Instant to = update.getValidTo();
        if (from != null && to != null && !from.isBefore(to)) {
            problems.add(0, "it would end at " + to + ", before it begins at " + from + ".");
        }
        for (String region : update.getRegions()) {
            if (!regions.isBeginning(region)) {
                problems.add(0, "there is no region '" + region + "': give a GB/T 2260 code of the table of regions.");
            }
        }
    }

    private static void checkTransitions(ModelUpdate update, @Nullable ModelUpdate known, Problems problems) {
        List<ModelTransition> all = update.getTransitions();
        if (all.isEmpty()) {
            problems.add(0, "it has no state.");
            return;
        }
        if (known != null && !ModelVersions.startsWith(all, known.getTransitions())) {
            problems.add(
                    0, "somebody else has decided about this version meanwhile: look at its history and decide again.");
            return;
        }
        ModelTransition before = null;
        for (ModelTransition transition : all) {
            checkPeople(update, before, transition, problems);
            checkStep(before, transition, problems);
            before = transition;
        }
    }

    private static void checkStep(@Nullable ModelTransition before, ModelTransition transition, Problems problems) {
        ModelState state = transition.getState();
        ModelState asks = transition.getAsks();
        if (asks != null) {
            checkSubmission(before, state, asks, problems);
        } else if (before != null && !takesBack(before, transition)) {
            checkOrder(before.getState(), state, problems);
        }
    }

    private static void checkSubmission(
            @Nullable ModelTransition before, ModelState state, ModelState asks, Problems problems) {
        if (!ModelUpdates.needsApproval(asks)) {
            problems.add(0, asks + " needs nobody's approval: only ACTIVE and RETIRED can be asked for.");
        }
        if (before == null || before.getState() != state) {
            problems.add(0, "what is submitted stays as it is: ask for " + asks + " in a transition of its own.");
        } else if (before.getAsks() != null) {
            problems.add(0, "it waits for the approval of " + before.getAsks() + " already: take that back first.");
        }
        checkOrder(state, asks, problems);
    }

    private static void checkOrder(ModelState before, ModelState state, Problems problems) {
        if (state.compareTo(before) <= 0) {
            problems.add(0, "a version that is " + before + " cannot become " + state + ": publish a new version.");
        }
    }

    /** A submission is taken back, or sent back, by a transition that asks for nothing and leaves the state as it is. */
    private static boolean takesBack(ModelTransition before, ModelTransition transition) {
        return before.getAsks() != null && before.getState() == transition.getState();
    }

    private static void checkPeople(
            ModelUpdate update, @Nullable ModelTransition before, ModelTransition transition, Problems problems) {
        ModelState state = transition.getState();
        if (transition.getBy().isBlank() || transition.getReason().isBlank()) {
            problems.add(0, state + ": who wanted it, or why, is missing.");
        }
        boolean stays = before != null && before.getState() == state;
        if (stays || !ModelUpdates.needsApproval(state)) {
            return;
        }
        String approver = transition.getApprover();
        if (approver == null || approver.isBlank()) {
            problems.add(0, state + " needs an approver.");
        } else if (isSame(approver, update.getAuthor())
                || isSame(approver, transition.getBy())
                || (before != null && before.getAsks() != null && isSame(approver, before.getBy()))) {
            problems.add(0, "'" + approver + "' wrote or wanted it and cannot approve it too: another person must.");
        }
    }

    private static boolean isSame(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }
}
