package io.zhiwei.models.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLibraryTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isReadOnceWhileItsFilesStayAsTheyAre() throws IOException {
        copy("special-drug-sales");

        assertThat(ModelLibrary.load(folder)).isSameAs(ModelLibrary.load(folder));
    }

    @Test
    void isReadAgainWhenAFileHasChanged() throws IOException {
        Path model = copy("special-drug-sales");
        ModelLibrary before = ModelLibrary.load(folder);
        Files.writeString(model, Files.readString(model) + "\nnonsense: 1\n");

        assertThatThrownBy(() -> ModelLibrary.load(folder)).isInstanceOf(DefinitionException.class);
        assertThat(before.models()).hasSize(1);
    }

    @Test
    void isReadAgainWhenAModelComes() throws IOException {
        copy("special-drug-sales");
        assertThat(ModelLibrary.load(folder).models()).hasSize(1);
        copy("illegal-device-sales");

        assertThat(ModelLibrary.load(folder).models()).hasSize(2);
    }

    private Path copy(String id) throws IOException {
        Path to = Files.createDirectories(folder.resolve(id)).resolve("model.yaml");
        return Files.copy(Path.of("library", id, "model.yaml"), to);
    }
}
