package io.zhiwei.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.zhiwei.console.testing.Addresses;
import io.zhiwei.console.testing.MemoryAlerts;
import io.zhiwei.console.testing.MemoryDispositions;
import io.zhiwei.console.testing.PageTest;
import io.zhiwei.console.testing.SampleAlerts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of the console: without login, with each role, without the token against forged requests. */
@PageTest
class AccessTest {

    private static final String DECIDE = "POST /alerts/{id}/dispositions";
    private static final String EDIT = "POST /models/{id}/versions";
    private static final String SHADOW = "POST /models/{id}/versions/{version}/shadow";
    private static final String APPROVE = "POST /models/{id}/versions/{version}/approval";
    private static final String SUBMIT = "POST /models/{id}/versions/{version}/submission";
    private static final String RETURN = "POST /models/{id}/versions/{version}/return";
    private static final String BACKTEST = "POST /models/{id}/backtests";
    private static final String STOP = "POST /models/{id}/backtests/{run}/stop";
    private static final String ACCOUNTS = "GET /accounts";
    private static final String AUDIT = "GET /audit";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private MemoryAlerts alerts;

    @Autowired
    private MemoryDispositions dispositions;

    @BeforeEach
    void fill() {
        alerts.hold(SampleAlerts.alert("a1"));
        dispositions.clear();
    }

    @Test
    void withoutLoginEveryPageLeadsToTheLogin() throws Exception {
        for (String address : addresses()) {
            MockHttpServletResponse response = answer(Addresses.to(address).with(csrf()));

            assertThat(response.getStatus()).as(address).isEqualTo(302);
            assertThat(response.getRedirectedUrl()).as(address).endsWith("/login");
            assertThat(response.getContentAsString()).as(address).isEmpty();
        }
    }

    @Test
    void whoHasNoRoleOpensNothing() throws Exception {
        for (String address : addresses()) {
            assertThat(answer(Addresses.to(address)
                                    .with(csrf())
                                    .with(user("someone").authorities(List.of())))
                            .getStatus())
                    .as(address)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleOpensWhatItMayAndNothingElse(Role role) throws Exception {
        for (String address : addresses()) {
            int status = answer(Addresses.to(address)
                            .with(csrf())
                            .with(user("someone").roles(role.name())))
                    .getStatus();

            if (mayOpen(role, address)) {
                assertThat(status).as("%s as %s", address, role).isIn(200, 302, 400, 404);
            } else {
                assertThat(status).as("%s as %s", address, role).isEqualTo(403);
            }
        }
    }

    private static boolean mayOpen(Role role, String address) {
        return switch (address) {
            case DECIDE -> Set.of(Role.INVESTIGATOR, Role.APPROVER).contains(role);
            case EDIT, SHADOW, SUBMIT -> role == Role.ANALYST;
            case BACKTEST, STOP, RETURN -> Set.of(Role.ANALYST, Role.APPROVER).contains(role);
            case APPROVE -> role == Role.APPROVER;
            case ACCOUNTS, AUDIT -> role == Role.ADMINISTRATOR;
            default -> true;
        };
    }

    @Test
    void aForgedDecisionIsRefusedAndNotTaken() throws Exception {
        int status = answer(Addresses.to(DECIDE)
                        .param("revision", "7")
                        .param("seen", "")
                        .param("action", "CLAIM")
                        .param("reason", "")
                        .with(user("someone").roles(Role.INVESTIGATOR.name())))
                .getStatus();

        assertThat(status).isEqualTo(403);
        assertThat(dispositions.of("a1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/alerts/a1/dispositions", "/h2-console", "/alerts/a1/other"})
    void whatIsNotNamedIsClosedToEveryone(String path) throws Exception {
        for (Role role : Role.values()) {
            assertThat(answer(request(HttpMethod.GET, path).with(user("someone").roles(role.name())))
                            .getStatus())
                    .as("%s as %s", path, role)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/assets/console.js",
                "/assets/console.css",
                "/webjars/htmx.org/2.0.10/dist/htmx.min.js"
            })
    void theLoginAndItsPartsAreOpen(String path) throws Exception {
        assertThat(answer(request(HttpMethod.GET, path)).getStatus()).isEqualTo(200);
    }

    @Test
    void everyPageForbidsWhatIsInlineAndFromElsewhere() throws Exception {
        for (String path : List.of("/login", "/alerts", "/alerts/a1", "/overview", "/models", "/models/medical-ads")) {
            MockHttpServletResponse response =
                    answer(request(HttpMethod.GET, path).with(user("someone").roles(Role.LEADER.name())));

            assertThat(response.getHeader("Content-Security-Policy"))
                    .as(path)
                    .isEqualTo(SecurityRules.CONTENT_SECURITY_POLICY)
                    .doesNotContain("unsafe");
            assertThat(response.getContentAsString())
                    .as(path)
                    .doesNotContainPattern("(?i)<style|\\sstyle=|\\son[a-z]+=|javascript:")
                    .doesNotContainPattern("(?i)<script(?![^>]* src=\"/)")
                    .doesNotContainPattern("(?i)(src|href|action)=\"(https?:)?//");
        }
    }

    private Set<String> addresses() {
        Set<String> all = Addresses.closed(mappings);
        assertThat(all).contains(DECIDE, ACCOUNTS, AUDIT, "GET /alerts/live", "GET /report/pdf");
        return all;
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }
}
