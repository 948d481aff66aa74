package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final StringWriter written = new StringWriter();

    @Test
    void drawsTheStatusAgainBelowALine() {
        Screen screen = new Screen(new PrintWriter(written), true);

        screen.status("50 %");
        screen.line("an alert");
        screen.endStatus();

        assertThat(written.toString().replace("\r\u001B[K", "<"))
                .isEqualToNormalizingNewlines("<50 %<an alert\n50 %\n");
    }

    @Test
    void hasNoStatusOffATerminal() {
        Screen screen = new Screen(new PrintWriter(written), false);

        screen.status("50 %");
        screen.line("an alert");
        screen.endStatus();

        assertThat(written.toString()).isEqualToNormalizingNewlines("an alert\n");
    }
}
