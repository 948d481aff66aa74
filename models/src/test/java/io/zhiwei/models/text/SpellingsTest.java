package io.zhiwei.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.definition.Problem;
import io.zhiwei.models.definition.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpellingsTest {

    @Test
    void namesTheLineOfADisguiseThatStandsTwice(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("spellings.yaml");
        Files.writeString(file, """
                pictures: {}
                respelled:
                  免费: [兔费]
                  收费: [兔费]
                respelledNearMedicine: {}
                parts: {}
                pairs: []
                realWords: []
                radicals: 氵
                context: 药
                """);
        Problems problems = new Problems("spellings.yaml");

        Spellings.read(file, problems);

        assertThat(problems.found())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains("4")
                .contains("'兔费' stands twice");
    }

    @Test
    void theSameSeedMakesTheSameDisguise() throws IOException {
        Problems problems = new Problems("spellings.yaml");
        Spellings spellings = Spellings.read(Path.of("reference", "spellings.yaml"), problems);

        for (Evasion.Trick trick : Evasion.Trick.values()) {
            String one = new Evasion(spellings, 7).disguise(trick, "根治糖尿病，治愈率98%", java.util.Set.of("根治", "糖尿病", "治愈率98%"));
            String other = new Evasion(spellings, 7).disguise(trick, "根治糖尿病，治愈率98%", java.util.Set.of("根治", "糖尿病", "治愈率98%"));
            assertThat(one).as(trick.name()).isEqualTo(other);
        }
    }
}
