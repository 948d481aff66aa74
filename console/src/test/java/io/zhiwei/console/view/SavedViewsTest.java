package io.zhiwei.console.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiwei.console.ConsoleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedViewsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aViewOutlivesTheConsoleAndReplacesItsNamesake() throws IOException {
        SavedViews views = views();
        assertThat(views.save("ann", " 红色 ", "/alerts?level=RED")).isEmpty();
        assertThat(views.save("ann", "红色", "/alerts?level=RED&region=420704")).isEmpty();

        assertThat(views().of("ann")).containsExactly(new SavedViews.View("红色", "/alerts?level=RED&region=420704"));
        assertThat(views().of("ben")).isEmpty();
    }

    @Test
    void aPersonKeepsThirtyAtMost() throws IOException {
        SavedViews views = views();
        for (int i = 0; i < 30; i++) {
            assertThat(views.save("ann", "view " + i, "/alerts")).isEmpty();
        }

        assertThat(views.save("ann", "one more", "/alerts")).contains("views.problem.many");
        assertThat(views.save("ann", "view 3", "/alerts?level=RED")).isEmpty();
        assertThat(views.save("ben", "one more", "/alerts")).isEmpty();
    }

    @Test
    void onlyAddressesOfTheListAreKept() throws IOException {
        assertThat(views().save("ann", "elsewhere", "https://example.org/alerts"))
                .contains("views.problem.filter");
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("views.json"), "{");

        assertThatThrownBy(this::views).hasMessageContaining("views.json").hasMessageContaining("Mend or remove");
    }

    private SavedViews views() throws IOException {
        return new SavedViews(new ConsoleSettings(
                folder, "http://127.0.0.1:9200", "127.0.0.1:9092", Path.of("library"), Path.of("regions"), false));
    }
}
