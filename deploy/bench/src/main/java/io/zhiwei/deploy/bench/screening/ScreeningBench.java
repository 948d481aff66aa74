package io.zhiwei.deploy.bench.screening;

import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.deploy.standalone.Refusal;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.ModelLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link ScreeningBenchmark} in JVMs of its own. */
public final class ScreeningBench {

    private static final int WARM_UPS = 3;
    private static final int MEASUREMENTS = 4;
    private static final TimeValue SLICE = TimeValue.seconds(2);

    private final Path model;
    private final Path log;

    /** Measures a model of a checkout; JMH's own account goes to a file in the folder of logs. */
    public ScreeningBench(Home home, String modelId, Path logs) {
        this.model = home.models().resolve(modelId);
        this.log = logs.resolve("screening.log");
    }

    /** Returns the figures, after about half a minute. */
    public ScreeningFigures run() throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        Collection<RunResult> results = run(options());
        long characters = ScreeningTexts.characters();
        double screening = operations(results, "lexicon") * characters;
        double automaton = operations(results, "automaton") * characters;
        Model definition = ModelLibrary.loadModel(model);
        int words = ScreeningBenchmark.lexicon(definition).vocabulary().size();
        return new ScreeningFigures(words, screening, automaton, screening / automaton);
    }

    private Options options() {
        return new OptionsBuilder()
                .include(ScreeningBenchmark.class.getName())
                .param("folder", model.toString())
                .forks(1)
                .warmupIterations(WARM_UPS)
                .warmupTime(SLICE)
                .measurementIterations(MEASUREMENTS)
                .measurementTime(SLICE)
                .shouldFailOnError(true)
                .output(log.toString())
                .build();
    }

    private Collection<RunResult> run(Options options) {
        try {
            return new Runner(options).run();
        } catch (RunnerException e) {
            throw new Refusal("The benchmark of screening failed. See " + log + ".", e);
        }
    }

    private static double operations(Collection<RunResult> results, String benchmark) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH returned no result of " + benchmark));
    }
}
