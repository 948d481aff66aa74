package io.zhiwei.models.trial;

import io.zhiwei.models.definition.DefinitionException;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.definition.Problem;
import io.zhiwei.models.measure.classifier.Artifact;
import io.zhiwei.models.measure.classifier.training.ClassifierTrainer;
import io.zhiwei.models.measure.classifier.training.ClassifierTrainer.Score;
import io.zhiwei.models.measure.classifier.training.Corpus;
import io.zhiwei.models.screening.ModelText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Trains the classifier of a model from the corpus in its folder, and writes it with where it comes from. */
public final class ModelTrainer {

    /** Name of the report beside the artifact. */
    public static final String REPORT = "classifier.yaml";

    private final Model model;
    private final long seed;

    /** Makes a trainer; the same seed and corpus make the same classifier. */
    public ModelTrainer(Model model, long seed) {
        this.model = model;
        this.seed = seed;
    }

    /**
     * Trains, writes artifact and report, and returns the report.
     *
     * @param progress receives a line for each step
     * @throws DefinitionException if the model has no training folder or its corpus is wrong
     */
    public String train(Consumer<String> progress) throws IOException {
        String folder = model.text().classifier();
        if (folder == null) {
            throw new DefinitionException(List.of(new Problem(
                    model.id() + "/model.yaml", 0, "has no text.classifier. Name the training folder there.")));
        }
        Path training = model.folder().resolve(folder);
        Corpus corpus = Corpus.read(training, seed);
        progress.accept(corpus.samples().size() + " sentences, corpus " + corpus.hash());
        ClassifierTrainer.Result result =
                new ClassifierTrainer(ModelText.classifierText(model), seed, progress).train(corpus.samples());
        result.artifact().write(training.resolve(Artifact.FILE));
        String report = report(corpus, result);
        Files.writeString(training.resolve(REPORT), report);
        return report;
    }

    private String report(Corpus corpus, ClassifierTrainer.Result result) {
        long violating =
                corpus.samples().stream().filter(sample -> sample.violating()).count();
        return "# Made by './zhiwei train " + model.id() + "'; not edited by hand.\n"
                + "trained: " + LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")) + "\n"
                + "seed: " + seed + "\n"
                + "corpus: {hash: " + corpus.hash() + ", violating: " + violating + ", legal: "
                + (corpus.samples().size() - violating) + "}\n"
                + "# On sentences that the predicting model had not seen (five folds), at probability 0.5.\n"
                + "unseen:\n"
                + "  linear: " + line(result.first()) + "\n"
                + "  linearAndEmbedding: " + line(result.both()) + "\n";
    }

    private static String line(Score score) {
        return String.format(
                java.util.Locale.ROOT,
                "{tp: %d, fp: %d, fn: %d, tn: %d, f1: %.4f}",
                score.tp(),
                score.fp(),
                score.fn(),
                score.tn(),
                score.f1());
    }
}
