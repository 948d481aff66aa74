package io.zhiwei.deploy.bench.throughput;

import io.zhiwei.deploy.bench.events.AdvertisementGenerator;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.measure.classifier.Artifact;
import io.zhiwei.models.measure.classifier.TextClassifier;
import io.zhiwei.models.screening.ModelText;
import java.io.IOException;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** The share of texts that the first stage of a model's classifier leaves open, so that the second would be asked. */
final class SecondStage {

    private static final int TEXTS = 20_000;

    private SecondStage() {}

    static double share(Model model, AdvertisementGenerator generator) throws IOException {
        String folder = model.text().classifier();
        if (folder == null) {
            return 0;
        }
        Artifact artifact = Artifact.read(model.folder().resolve(folder).resolve(Artifact.FILE));
        TextClassifier first = new TextClassifier(artifact, false);
        UnaryOperator<String> classifierText = ModelText.classifierText(model);
        int open = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text =
                    String.valueOf(generator.next(Instant.EPOCH).advertisement().getText());
            double probability = first.judge(classifierText.apply(text)).linear();
            open += artifact.leavesOpen(probability) ? 1 : 0;
        }
        return (double) open / TEXTS;
    }
}
