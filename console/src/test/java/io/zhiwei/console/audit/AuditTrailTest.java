package io.zhiwei.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.zhiwei.console.testing.Addresses;
import io.zhiwei.console.testing.MemoryAlerts;
import io.zhiwei.console.testing.MemoryAudit;
import io.zhiwei.console.testing.MemoryDispositions;
import io.zhiwei.console.testing.PageTest;
import io.zhiwei.console.testing.SampleAlerts;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PageTest
class AuditTrailTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private MessageSource words;

    @Autowired
    private MemoryAlerts alerts;

    @Autowired
    private MemoryDispositions dispositions;

    @Autowired
    private MemoryAudit audit;

    @BeforeEach
    void fill() {
        alerts.hold(SampleAlerts.alert("a1"));
        dispositions.clear();
        audit.clear();
    }

    @AfterEach
    void comeBack() {
        audit.clear();
    }

    @Test
    void writesDownWhoSawEvidence() throws Exception {
        send(get("/alerts"));
        send(get("/alerts/a1"));

        assertThat(audit.lines()).containsExactly(new MemoryAudit.Line("li", "GET /alerts/{id}", "a1", ""));
    }

    @Test
    void writesDownADecisionWithItsReason() throws Exception {
        send(decision());

        assertThat(audit.lines())
                .containsExactly(new MemoryAudit.Line(
                        "li", "POST /alerts/{id}/dispositions", "a1", "action=REJECT; reason=正常广告; revision=7"));
    }

    @Test
    void whatCannotBeWrittenDownIsNeitherShownNorDone() throws Exception {
        audit.goAway();

        MockHttpServletResponse shown = send(get("/alerts/a1"));
        MockHttpServletResponse decided = send(decision());

        assertThat(shown.getStatus()).isEqualTo(503);
        assertThat(shown.getContentAsString()).doesNotContain("东湖大药房");
        assertThat(decided.getStatus()).isEqualTo(503);
        assertThat(dispositions.of("a1")).isEmpty();
    }

    @Test
    void everythingThatIsWrittenDownHasAWord() {
        Set<String> written = Addresses.closed(mappings).stream()
                .filter(address ->
                        address.startsWith("POST ") || AuditTrail.EVIDENCE.contains(address.substring("GET ".length())))
                .collect(Collectors.toSet());

        assertThat(written)
                .contains("GET /alerts/{id}", "POST /views")
                .allSatisfy(action -> assertThat(words.getMessage("audit." + action, null, "", Locale.CHINESE))
                        .as(action)
                        .isNotEmpty());
    }

    private static MockHttpServletRequestBuilder decision() {
        return post("/alerts/a1/dispositions")
                .param("revision", "7")
                .param("seen", "")
                .param("action", "REJECT")
                .param("reason", "正常广告");
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        request.with(csrf()).with(user("li").roles("INVESTIGATOR")))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
