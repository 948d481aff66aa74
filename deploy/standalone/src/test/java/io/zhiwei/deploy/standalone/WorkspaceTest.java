package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFreshFolderIsRemovedWithItsContents() throws IOException {
        Workspace workspace = Workspace.open(null, new Home(folder), false);
        Files.writeString(
                Files.createDirectories(workspace.folder().resolve("logs")).resolve("job.log"), "x");

        workspace.close();

        assertThat(workspace.folder()).doesNotExist();
    }

    @Test
    void aFreshFolderStaysWhenItIsKept() {
        Workspace workspace = Workspace.open(null, new Home(folder), true);

        workspace.close();

        assertThat(workspace.folder()).exists();
    }

    @Test
    void aFreshFolderStaysWhenItExplainsAFailure() {
        Workspace workspace = Workspace.open(null, new Home(folder), false);

        workspace.keep();
        workspace.close();

        assertThat(workspace.folder()).exists();
    }

    @Test
    void aGivenFolderStays() {
        Workspace workspace = Workspace.open(folder.resolve("mine"), new Home(folder), false);

        workspace.close();

        assertThat(folder.resolve("mine")).exists();
    }

    @Test
    void aPlaceWhereNoFolderCanBeIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Workspace.open(file.resolve("data"), new Home(folder), false))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("No folder for data can be made: ")
                .hasMessageEndingWith("Name another with --data.");
    }
}
