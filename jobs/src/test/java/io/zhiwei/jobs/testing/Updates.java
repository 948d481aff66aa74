package io.zhiwei.jobs.testing;

import io.zhiwei.models.version.ModelUpdates;
import io.zhiwei.models.version.ModelVersion;
import io.zhiwei.models.version.ModelVersions;
import io.zhiwei.schemas.ModelState;
import io.zhiwei.schemas.ModelTransition;
import io.zhiwei.schemas.ModelUpdate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Updates of the word watch. */
public final class Updates {

    private Updates() {}

    /** Returns a version whose model file is another one than the library's. */
    public static ModelUpdate of(int version, ModelState state, UnaryOperator<String> change) {
        Path file = Path.of(WordWatch.definitions().modelsFolder(), "word-watch", "model.yaml");
        try {
            String text = Files.readString(file).replaceFirst("(?m)^version: 1$", "version: " + version);
            Map<String, String> files = Map.of("model.yaml", change.apply(text));
            return ModelUpdate.newBuilder()
                    .setUpdateId("update-" + version + "-" + state)
                    .setModelId("word-watch")
                    .setVersion(version)
                    .setDigest(ModelVersions.digest(files))
                    .setFiles(files)
                    .setAuthor("analyst")
                    .setReason("a trial")
                    .setCreatedAt(Ads.TIME)
                    .setTransitions(List.of(transition(state)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the same version after another decision. */
    public static ModelUpdate decided(ModelUpdate update, ModelState state) {
        return with(update, transition(state));
    }

    /** Returns the same version, submitted for approval. */
    public static ModelUpdate asking(ModelUpdate update, ModelState asks) {
        return with(
                update,
                ModelTransition.newBuilder(transition(ModelVersion.stateOf(update)))
                        .setApprover(null)
                        .setAsks(asks)
                        .build());
    }

    private static ModelUpdate with(ModelUpdate update, ModelTransition transition) {
        return ModelUpdate.newBuilder(ModelUpdates.decided(update, transition))
                .setUpdateId(update.getUpdateId() + "-" + transition.getState())
                .build();
    }

    private static ModelTransition transition(ModelState state) {
        return ModelTransition.newBuilder()
                .setState(state)
                .setBy("analyst")
                .setApprover("head of section")
                .setReason("because")
                .setAt(Ads.TIME)
                .build();
    }
}
