package io.zhiwei.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.definition.Problem;
import io.zhiwei.models.definition.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpellingsTest {

    private final Problems problems = new Problems("spellings.yaml");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it first.
    Path folder;

    @Test
    void readsTheTableOfTheLibraryWithoutProblems() throws IOException {
        Spellings spellings = Spellings.read(Path.of("reference", "spellings.yaml"), problems);

        assertThat(problems.found()).isEmpty();
        assertThat(spellings.pictures()).containsEntry("💊", "药");
        assertThat(spellings.respelled()).containsEntry("兔费", "免费");
        assertThat(spellings.parts()).containsEntry("治", List.of("氵台"));
    }

    @Test
    void noDisguiseOfTheLibraryIsAnEverydayWordInItsPlainForm() throws IOException {
        Spellings spellings = Spellings.read(Path.of("reference", "spellings.yaml"), problems);

        for (Map.Entry<String, String> entry : spellings.respelled().entrySet()) {
            assertThat(entry.getKey()).as("disguise of %s", entry.getValue()).isNotEqualTo(entry.getValue());
            assertThat(entry.getKey()).as("lower case").isEqualTo(entry.getKey().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void turnsTheTableRound() throws IOException {
        Spellings spellings = read("respelled:", "  免费: [兔费, 勉费]");

        assertThat(problems.found()).isEmpty();
        assertThat(spellings.respelled()).containsExactly(Map.entry("兔费", "免费"), Map.entry("勉费", "免费"));
    }

    @Test
    void refusesADisguiseThatStandsTwiceWithItsLine() throws IOException {
        read("respelled:", "  免费: [兔费]", "  退费:", "    - 兔费");

        assertThat(problems.found())
                .containsExactly(new Problem("spellings.yaml", 4, "respelled.退费: '兔费' stands twice. Keep one."));
    }

    @Test
    void refusesAnUnknownSectionWithTheNearestName() throws IOException {
        read("respelled: {}", "picture: {}");

        assertThat(problems.found())
                .containsExactly(new Problem("spellings.yaml", 2, "unknown key 'picture'. Did you mean 'pictures'?"));
    }

    private Spellings read(String... lines) throws IOException {
        Path file = folder.resolve("spellings.yaml");
        String others = "pictures: {}\nrespelledNearMedicine: {}\nparts: {}\nradicals: 氵\ncontext: 病\n";
        Files.writeString(file, String.join("\n", lines) + "\n" + others);
        return Spellings.read(file, problems);
    }
}
