package io.zhiwei.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.models.definition.ModelLibrary;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelVariantTest {

    @Test
    void switchesTheStageWhereItIsNamed() {
        String definition = "text:\n  classifier: training\n  embedding: true\nsubject:\n";

        assertThat(ModelVariant.switched(definition, false))
                .isEqualTo("text:\n  classifier: training\n  embedding: false\nsubject:\n");
    }

    @Test
    void switchesTheStageWhereItIsNotNamed() {
        assertThat(ModelVariant.switched("text:\n  classifier: training\n", true))
                .isEqualTo("text:\n  classifier: training\n  embedding: true\n");
    }

    @Test
    void leavesAModelWithoutClassifierAlone() {
        assertThat(ModelVariant.switched("id: other\n", true)).isEqualTo("id: other\n");
    }

    @Test
    void makesAHomeWhoseModelsCanBeRead(@TempDir Path folder) throws IOException {
        Home off = ModelVariant.of(Home.find(), folder.resolve("off"), false);
        Home on = ModelVariant.of(Home.find(), folder.resolve("on"), true);

        assertThat(embedding(off)).isFalse();
        assertThat(embedding(on)).isTrue();
        assertThat(off.regions()).exists();
        assertThat(off.templates()).exists();
    }

    private static boolean embedding(Home home) {
        return ModelLibrary.load(home.models())
                .find(Plan.MODEL)
                .orElseThrow()
                .text()
                .embedding();
    }
}
