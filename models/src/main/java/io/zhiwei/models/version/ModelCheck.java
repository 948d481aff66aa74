package io.zhiwei.models.version;

import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Problem;
import io.zhiwei.models.keyed.KeyedIndicators;
import io.zhiwei.models.registry.Registry;
import io.zhiwei.models.screening.RegistryScreener;
import io.zhiwei.models.screening.Screener;
import io.zhiwei.schemas.EventStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compiles a model in all its parts, as the jobs will, and keeps nothing: what does not fit is known before it runs. */
public final class ModelCheck {

    private ModelCheck() {}

    /**
     * Checks a model.
     *
     * @param topics streams that the jobs read
     * @throws DefinitionException with everything that does not fit
     */
    public static void check(Model model, Regions regions, Set<String> topics) {
        List<Problem> problems = new ArrayList<>();
        for (String topic : model.topics()) {
            if (!topics.contains(topic)) {
                problems.add(new Problem(
                        model.id(),
                        0,
                        "the running jobs do not read the stream '" + topic + "': put the model into the library and"
                                + " start them again."));
            } else if (!topic.equals(Feed.REGISTRY)) {
                collect(
                        problems,
                        () -> Screener.of(
                                model, topic, EventStream.ofTopic(topic).schema(), new Registry()));
            }
        }
        collect(problems, () -> RegistryScreener.of(model));
        collect(problems, () -> new KeyedIndicators(List.of(model), regions, Duration.ZERO));
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
    }

    private static void collect(List<Problem> problems, Runnable compilation) {
        try {
            compilation.run();
        } catch (DefinitionException e) {
            e.problems().stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
        }
    }
}
