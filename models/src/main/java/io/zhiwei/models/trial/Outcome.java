package io.zhiwei.models.trial;

import io.zhiwei.models.assessment.Episode;
import java.util.stream.Collectors;

/**
 * What a model made of one labelled case.
 *
 * @param name where the case stands
 * @param violating its label
 * @param text what it says
 * @param episode the assessment
 */
public record Outcome(String name, boolean violating, String text, Episode episode) {

    /** Returns whether the model raised an alert. */
    public boolean alarmed() {
        return episode.level() != io.zhiwei.models.definition.Level.NONE;
    }

    /** Returns whether label and alarm differ. */
    public boolean wrong() {
        return alarmed() != violating;
    }

    /** Returns score, findings with their words, and exemptions, in one line. */
    public String reason() {
        String signs = episode.signs().values().stream()
                .map(sign -> sign.strongest().indicatorId()
                        + String.format("(%.0f)", sign.strongest().contribution())
                        + words(sign.strongest().evidence()))
                .collect(Collectors.joining(" "));
        String exemptions = episode.exemptions().isEmpty() ? "" : " exempt " + episode.exemptions();
        return String.format("score %.1f ", episode.score()) + (signs.isEmpty() ? "no finding" : signs) + exemptions;
    }

    private static String words(io.zhiwei.models.assessment.Evidence evidence) {
        return evidence.highlights().isEmpty()
                ? ""
                : evidence.highlights().stream()
                        .map(part -> evidence.excerpt().substring(part.start(), part.end()))
                        .collect(Collectors.joining("|", "「", "」"));
    }
}
