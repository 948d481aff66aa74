package io.zhiwei.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.zhiwei.console.alert.AlertView;
import io.zhiwei.console.live.RowRenderer;
import io.zhiwei.console.testing.MemoryAlerts;
import io.zhiwei.console.testing.MemoryDispositions;
import io.zhiwei.console.testing.PageTest;
import io.zhiwei.console.testing.SampleAlerts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Advertisers, names and reasons that try to become markup: stored, shown, never run. */
@PageTest
class HostileTextTest {

    private static final String ATTACK = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'${7*7}[[${7*7}]]";
    private static final AlertView HOSTILE = SampleAlerts.alert("a1", ATTACK, ATTACK);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MemoryAlerts alerts;

    @Autowired
    private MemoryDispositions dispositions;

    @Autowired
    private RowRenderer rows;

    @BeforeEach
    void fill() {
        alerts.hold(HOSTILE);
        dispositions.clear();
    }

    @Test
    void everyPageShowsTheTextAndRunsNothing() throws Exception {
        for (String path : List.of("/alerts", "/alerts/a1", "/overview")) {
            assertHarmless(page(path));
        }
    }

    @Test
    void aRowThatSlidesInIsOneHarmlessLine() {
        String row = rows.render(HOSTILE, Locale.ENGLISH);

        assertHarmless(row);
        assertThat(row).doesNotContain("\n").startsWith("<tr").contains("Fake medical advertising");
    }

    @Test
    void aReasonIsShownAndRunsNothing() throws Exception {
        mvc.perform(post("/alerts/a1/dispositions")
                        .param("revision", "7")
                        .param("seen", "")
                        .param("action", "REJECT")
                        .param("reason", ATTACK)
                        .with(csrf())
                        .with(user(ATTACK).roles("INVESTIGATOR")))
                .andExpect(redirectedUrl("/alerts/a1?decided"));

        assertThat(dispositions.of("a1")).hasSize(1);
        assertHarmless(page("/alerts/a1"));
    }

    @Test
    void whatIsTypedIntoTheFilterComesBackAsText() throws Exception {
        String html = mvc.perform(get("/alerts")
                        .param("text", ATTACK)
                        .param("agency", ATTACK)
                        .param("subject", ATTACK)
                        .with(user("someone").roles("LEADER")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertHarmless(html);
    }

    @Test
    void aPlaceInTheListThatIsNoneLeadsToTheTop() throws Exception {
        mvc.perform(get("/alerts")
                        .param("after", "1_a'] OR 1=1")
                        .with(user("someone").roles("LEADER")))
                .andExpect(status().isOk());
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(user("someone").roles("INVESTIGATOR")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static void assertHarmless(String html) {
        assertThat(html)
                .doesNotContain("<script>")
                .doesNotContain("<img")
                .doesNotContain("\"49")
                .doesNotContain("'49[")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }
}
