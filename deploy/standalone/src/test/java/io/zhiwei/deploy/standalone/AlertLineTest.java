package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.schemas.AlertLevel;
import io.zhiwei.schemas.Highlight;
import org.junit.jupiter.api.Test;

class AlertLineTest {

    private final AlertLine plain = new AlertLine(false);

    @Test
    void namesLevelScoreSubjectKindsAndTheWords() {
        assertThat(plain.of(SampleAlert.about("a")))
                .matches("\\d\\d:\\d\\d:\\d\\d  红  RED     88\\.0  示例堂  V01  「.*彻底治愈.*」");
    }

    @Test
    void coloursOnATerminalOnly() {
        assertThat(new AlertLine(true).level(AlertLevel.RED))
                .startsWith("\u001B[1;31m")
                .endsWith("\u001B[0m");
        assertThat(plain.level(AlertLevel.RED)).doesNotContain("\u001B");
    }

    @Test
    void everyLevelIsAsWideAsTheOthers() {
        assertThat(AlertLevel.values())
                .extracting(level -> plain.level(level).length())
                .containsOnly(9);
    }

    @Test
    void neverCutsACharacterInTwo() {
        String text = "😀".repeat(60);

        String line = plain.of(SampleAlert.of("a", AlertLevel.BLUE, text, new Highlight(15, 17)));

        assertThat(line.codePoints().filter(point -> point >= 0xD800 && point <= 0xDFFF))
                .isEmpty();
    }

    @Test
    void staysOneLineWhateverTheTextHolds() {
        String line = plain.of(SampleAlert.of("a", AlertLevel.BLUE, "一\n二\r三\u001B[2J四", new Highlight(0, 1)));

        assertThat(line.chars().filter(Character::isISOControl)).isEmpty();
    }
}
