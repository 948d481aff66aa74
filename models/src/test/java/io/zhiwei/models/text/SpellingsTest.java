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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aDisguiseIsInLowerCaseAndOneThatStandsForItselfHoldsAnother() throws IOException {
        Spellings spellings = Spellings.read(Path.of("reference", "spellings.yaml"), problems);

        for (Map.Entry<String, String> entry : spellings.respelled().entrySet()) {
            String disguise = entry.getKey();
            assertThat(disguise).as("lower case").isEqualTo(disguise.toLowerCase(java.util.Locale.ROOT));
            if (disguise.equals(entry.getValue())) {
                assertThat(spellings.respelledNearMedicine().keySet())
                        .as("%s, which stands for itself, holds a disguise", disguise)
                        .anyMatch(disguise::contains);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"医院病房装有卫星电视", "免费安装卫星电视，咨询电话见下", "卫星导航到医院", "试用卫星地图", "气象卫星云图由医院对面的站点接收", "为病人介绍人造卫星"})
    void aSatelliteIsASatelliteAlsoNearMedicine(String text) throws IOException {
        String normal = librarysNormaliser().normalise(text).text();

        assertThat(normal).contains("卫星").doesNotContain("微信");
    }

    @ParameterizedTest
    @ValueSource(strings = {"专治牛皮癣，卫星zy123", "添加卫星领取药方", "加卫星电视购物同款药", "医生卫星同号"})
    void aSatelliteThatIsContactedStaysADisguise(String text) throws IOException {
        assertThat(librarysNormaliser().normalise(text).text()).contains("微信").doesNotContain("卫星");
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

    private TextNormaliser librarysNormaliser() throws IOException {
        return TextNormaliser.of(Spellings.read(Path.of("reference", "spellings.yaml"), problems), List.of("微信"));
    }

    private Spellings read(String... lines) throws IOException {
        Path file = folder.resolve("spellings.yaml");
        String others = "pictures: {}\nrespelledNearMedicine: {}\nparts: {}\nradicals: 氵\ncontext: 病\n";
        Files.writeString(file, String.join("\n", lines) + "\n" + others);
        return Spellings.read(file, problems);
    }
}
