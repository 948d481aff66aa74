package io.zhiwei.models.screening;

import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Problems;
import io.zhiwei.models.measure.lexicon.LexiconDefinition;
import io.zhiwei.models.measure.lexicon.LexiconDefinition.Block;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The claims and contexts that a model's indicators and expressions read. Any other costs time on every text and says
 * nothing, unless it shields prescribed wording.
 */
final class ClaimUse {

    private static final Pattern IN_EXPRESSION = Pattern.compile("\\b(?:claims|values)\\.(\\w+)");

    private final Set<String> read = new HashSet<>();

    /** Notes what an indicator reads; one that awaits a stream will read it some day. */
    void note(Indicator indicator) {
        read.addAll(indicator.claims());
        Stream.of(indicator.when(), indicator.applies())
                .filter(Objects::nonNull)
                .forEach(this::note);
    }

    /** Notes what an expression reads. */
    void note(String expression) {
        IN_EXPRESSION.matcher(expression).results().forEach(match -> read.add(match.group(1)));
    }

    /** Notes a problem at every claim and context that nothing reads. */
    void refuseIdle(LexiconDefinition lexicon, Problems problems) {
        refuseIdle("contexts", lexicon.contexts(), lexicon, problems);
        refuseIdle("claims", lexicon.claims(), lexicon, problems);
    }

    private void refuseIdle(
            String section, Map<String, List<Block>> claims, LexiconDefinition lexicon, Problems problems) {
        claims.forEach((name, blocks) -> {
            if (!read.contains(name) && blocks.stream().noneMatch(Block::shields)) {
                problems.add(
                        lexicon.lines().getOrDefault(name, 0),
                        section + "." + name + ": no indicator and no expression reads it. Name it in model.yaml, or"
                                + " take it away.");
            }
        });
    }
}
