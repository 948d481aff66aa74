package io.zhiwei.models.version;

import io.zhiwei.models.definition.Model;
import io.zhiwei.schemas.ModelState;
import io.zhiwei.schemas.ModelUpdate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model with what was decided about it.
 *
 * @param model what it says; in the shadow under a name of its own, see {@link Model#inShadow}
 * @param update how it came; null for the version of the library, which is always active
 */
public record ModelVersion(Model model, @Nullable ModelUpdate update) {

    static ModelVersion ofLibrary(Model model) {
        return new ModelVersion(model, null);
    }

    /** Returns its state. */
    public ModelState state() {
        return update == null ? ModelState.ACTIVE : stateOf(update);
    }

    /** Returns the state that an update ends in. */
    public static ModelState stateOf(ModelUpdate update) {
        return update.getTransitions().get(update.getTransitions().size() - 1).getState();
    }

    /** Returns whether its findings are meant for nobody's work list. */
    public boolean inShadow() {
        return state() == ModelState.SHADOW;
    }

    /** Returns whether it runs at all. */
    public boolean runs() {
        return state() == ModelState.ACTIVE || state() == ModelState.SHADOW;
    }

    /**
     * Returns whether it judges an event.
     *
     * @param time event time
     * @param region region of the event, empty where unknown
     */
    public boolean applies(Instant time, String region) {
        ModelUpdate came = update;
        if (came == null) {
            return true;
        }
        Instant from = came.getValidFrom();
        Instant to = came.getValidTo();
        return (from == null || !time.isBefore(from))
                && (to == null || time.isBefore(to))
                && isIn(came.getRegions(), region);
    }

    private static boolean isIn(List<String> regions, String region) {
        return regions.isEmpty() || regions.stream().anyMatch(region::startsWith);
    }
}
