package io.zhiwei.models.screening;

import io.zhiwei.models.definition.Exemption;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.measure.expression.Expression;
import io.zhiwei.models.measure.expression.Vocabulary;
import io.zhiwei.models.screening.CompiledIndicator.Conditional;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model ready to screen events of one schema.
 *
 * @param model what it was compiled from
 * @param vocabulary names of its expressions
 * @param fields event fields by position
 * @param parts reference, subject and profile of an event
 * @param keys values that look-ups use as keys, in order
 * @param lookups registry records that are joined to an event
 * @param text text measures
 * @param numbers number measures, in order
 * @param derived derived values, in order
 * @param applies condition under which an event concerns the model at all; null where indicators have conditions of their own
 * @param indicators active indicators
 * @param feeds what its events bring to keyed indicators
 * @param exemptions look-alikes with their conditions
 * @param factors severity factors
 * @param agencies lead agencies by condition
 */
record CompiledModel(
        Model model,
        Vocabulary vocabulary,
        EventFields fields,
        EventParts parts,
        Map<Vocabulary.Word, List<Conditional<Expression>>> keys,
        List<LookupReading> lookups,
        TextReading text,
        List<NumberReading> numbers,
        Map<Vocabulary.Word, List<Conditional<Expression>>> derived,
        @Nullable Expression applies,
        List<CompiledIndicator> indicators,
        List<FeedReading> feeds,
        Map<Exemption, Expression> exemptions,
        Map<String, List<Conditional<Double>>> factors,
        List<Conditional<String>> agencies) {}
