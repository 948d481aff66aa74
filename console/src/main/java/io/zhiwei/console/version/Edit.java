package io.zhiwei.console.version;

import io.zhiwei.schemas.ModelState;
import java.util.Optional;

/**
 * What an analyst sends from a model's page.
 *
 * @param threshold name of the threshold
 * @param value its new value
 * @param reason why
 * @param state DRAFT keeps the version, SHADOW runs it beside the active one
 */
public record Edit(String threshold, double value, String reason, ModelState state) {

    private static final int LONGEST_REASON = 2000;

    /** Strips what was typed. */
    public Edit {
        threshold = threshold == null ? "" : threshold.strip();
        reason = reason == null ? "" : reason.strip();
        state = state == null ? ModelState.DRAFT : state;
    }

    /** Returns the message key of what is missing or wrong; the model itself says what its ranges are. */
    public Optional<String> problem() {
        if (state != ModelState.DRAFT && state != ModelState.SHADOW) {
            return Optional.of("versions.problem.state");
        }
        return reasonProblem(reason);
    }

    /** Returns the message key of what is wrong with a reason. */
    public static Optional<String> reasonProblem(String reason) {
        if (reason.isBlank()) {
            return Optional.of("decide.problem.reason");
        }
        return reason.length() > LONGEST_REASON ? Optional.of("decide.problem.long") : Optional.empty();
    }
}
