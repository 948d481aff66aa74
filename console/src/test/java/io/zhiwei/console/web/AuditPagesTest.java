package io.zhiwei.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.zhiwei.console.testing.MemoryAudit;
import io.zhiwei.console.testing.MemoryAuditIndex;
import io.zhiwei.console.testing.PageTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The record of who saw and decided what. */
@PageTest
class AuditPagesTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MemoryAudit audit;

    @Autowired
    private MemoryAuditIndex index;

    @BeforeEach
    @AfterEach
    void mend() {
        audit.clear();
        index.say();
    }

    @Test
    void tellsWhoDidWhatWhenAndOnWhat() throws Exception {
        assertThat(page("/audit"))
                .contains("2026-03-02 12:05:02", ">li<", ">处置预警</td>", "href=\"/alerts/a1\"", "共 2 条记录")
                .contains("reason=&lt;b&gt;正常&lt;/b&gt;广告")
                .contains("审计链完整", "已逐条校验 2 条", "最新一条：2026-03-02 12:05:02")
                .as("what has no word is called as it was recorded")
                .contains(">POST /unheard/of</option>")
                .doesNotContain("??");
        assertThat(page("/audit?lang=en"))
                .contains("Decided about an alert", "The chain is whole", "2 entries verified one by one")
                .doesNotContain("??");
    }

    @Test
    void goesOnAfterTheLastEntryShownUnderTheSameFilter() throws Exception {
        String first = page("/audit?who=li&from=2026-03-01");
        String next = "/audit?who=li&from=2026-03-01&after=1772424302000_2_chain";

        assertThat(first).contains(next.replace("&", "&amp;")).doesNotContain(">登录</td>");
        assertThat(page(next)).contains(">登录</td>", ">来自 127.0.0.1</td>").doesNotContain("id=\"more\"");
        assertThat(page("/audit?after=nowhere")).as("no place: from the newest").contains(">处置预警</td>");
    }

    @Test
    void isSearchedByWhatWasDone() throws Exception {
        assertThat(page("/audit?action=LOGIN"))
                .contains("<option value=\"LOGIN\" selected=\"selected\">登录</option>", ">登录</td>")
                .doesNotContain(">处置预警</td>");
        assertThat(answer("/audit?from=yesterday").getStatus()).isEqualTo(400);
    }

    @Test
    void saysWhatDoesNotFit() throws Exception {
        index.say("chain x: number 7 was altered");

        assertThat(page("/audit"))
                .contains("审计链有误", "chain x: number 7 was altered")
                .doesNotContain("审计链完整");
    }

    @Test
    void whoLooksIsWrittenDown() throws Exception {
        page("/audit?who=李&action=&text=");

        assertThat(audit.lines()).containsExactly(new MemoryAudit.Line("someone", "GET /audit", "", "who=李"));
    }

    private String page(String path) throws Exception {
        MockHttpServletResponse response = answer(path);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString();
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        get(path).with(user("someone").roles("ADMINISTRATOR")))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
