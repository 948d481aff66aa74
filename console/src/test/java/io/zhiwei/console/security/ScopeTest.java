package io.zhiwei.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.zhiwei.console.testing.Addresses;
import io.zhiwei.console.testing.MemoryAlerts;
import io.zhiwei.console.testing.MemoryDispositions;
import io.zhiwei.console.testing.PageTest;
import io.zhiwei.console.testing.SampleAlerts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What people of one district or agency see of another: nothing. The sample alert lies in 420704. */
@PageTest
class ScopeTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MemoryAlerts alerts;

    @Autowired
    private MemoryDispositions dispositions;

    @Autowired
    private RequestMappingHandlerMapping mappings;

    @BeforeEach
    void fill() {
        alerts.hold(SampleAlerts.alert("a1"));
        dispositions.clear();
    }

    @Test
    void theOwnDistrictIsSeen() throws Exception {
        assertThat(as("420704", get("/alerts")).getContentAsString()).contains("东湖大药房");
        assertThat(as("420704", get("/alerts/a1")).getStatus()).isEqualTo(200);
        assertThat(as("420704", decision()).getStatus()).isEqualTo(302);
    }

    @Test
    void anotherDistrictIsNotThere() throws Exception {
        assertThat(as("420703", get("/alerts")).getContentAsString()).doesNotContain("东湖大药房");
        assertThat(as("420703", get("/alerts?region=420704")).getContentAsString())
                .doesNotContain("东湖大药房");
        assertThat(as("420703", get("/alerts/a1")).getStatus()).isEqualTo(404);
        assertThat(as("420703", get("/overview")).getContentAsString()).doesNotContain("东湖大药房");
        assertThat(as("420703", get("/overview/data")).getContentAsString()).doesNotContain("东湖大药房");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REGION_420703", "AGENCY_卫生健康委员会", "AGENCY_鄂州市市场"})
    void noAddressTellsOfAnAlertOutsideTheScope(String scope) throws Exception {
        for (String address : Addresses.closed(mappings)) {
            MockHttpServletResponse response = as(
                    List.of(scope),
                    Addresses.to(address).with(csrf()).param("revision", "7").param("action", "CLAIM"));

            assertThat(response.getContentAsString()).as(address).doesNotContain("东湖大药房", "subject-of-a1", "祖传秘方");
            if (address.contains("/alerts/{id}")) {
                assertThat(response.getStatus()).as(address).isEqualTo(404);
            }
        }
        assertThat(dispositions.of("a1")).isEmpty();
    }

    @Test
    void whatAnAgencyLeadsIsSeenAloneAndTogether() throws Exception {
        List<String> lead = List.of("AGENCY_鄂州市市场监督管理局", "REGION_420704");
        assertThat(as(lead, get("/alerts/a1")).getStatus()).isEqualTo(200);

        alerts.hold(SampleAlerts.ledBy("a1", "鄂州市市场监督管理局，会同公安机关"));

        assertThat(as(lead, get("/alerts/a1")).getStatus()).isEqualTo(200);
        assertThat(as(List.of("AGENCY_公安机关"), get("/alerts/a1")).getStatus()).isEqualTo(404);
    }

    @Test
    void whatWasHandedOnIsWorkOfTheReceiverAndReadByTheSender() throws Exception {
        alerts.hold(SampleAlerts.transferred("a1", "卫生健康委员会", "公安机关"));
        List<String> receiver = List.of("AGENCY_公安机关");

        assertThat(as(receiver, get("/alerts")).getContentAsString()).contains("东湖大药房", "鄂州市市场监督管理局 → 卫生健康委员会 → 公安机关");
        assertThat(as(receiver, get("/alerts?agency=公安机关")).getContentAsString())
                .contains("东湖大药房");
        assertThat(as(receiver, get("/alerts/a1")).getContentAsString())
                .contains("value=\"CONFIRM\"")
                .doesNotContain("id=\"elsewhere\"");
        assertThat(as(receiver, decision()).getStatus()).isEqualTo(302);
        for (String sender : List.of("AGENCY_鄂州市市场监督管理局", "AGENCY_卫生健康委员会")) {
            assertThat(as(List.of(sender), get("/alerts")).getContentAsString()).contains("东湖大药房");
            assertThat(as(List.of(sender), get("/alerts/a1")).getContentAsString())
                    .contains("已移送 公安机关", "value=\"TRANSFER\"")
                    .doesNotContain("value=\"CONFIRM\"", "??");
        }
        assertThat(as(List.of("AGENCY_市场"), get("/alerts/a1")).getStatus()).isEqualTo(404);
    }

    @Test
    void theSenderDecidesNoMoreButHandsOnAgain() throws Exception {
        alerts.hold(SampleAlerts.transferred("a1", "公安机关"));
        List<String> sender = List.of("AGENCY_鄂州市市场监督管理局");

        MockHttpServletResponse claimed = as(sender, decision());

        assertThat(claimed.getStatus()).isEqualTo(403);
        assertThat(claimed.getContentAsString()).contains("由接收部门处置").doesNotContain("??");
        assertThat(dispositions.of("a1")).isEmpty();
        assertThat(as(sender, transfer("卫生健康委员会")).getStatus()).isEqualTo(302);
        assertThat(dispositions.of("a1"))
                .singleElement()
                .satisfies(one -> assertThat(one.getAgency()).isEqualTo("卫生健康委员会"));
    }

    @Test
    void whoSeesTheWholeCityDecidesWhereverItLies() throws Exception {
        alerts.hold(SampleAlerts.transferred("a1", "公安机关"));

        assertThat(as("420704", decision()).getStatus()).isEqualTo(302);
    }

    @Test
    void agencyAndDistrictMustBothFit() throws Exception {
        assertThat(as(List.of("AGENCY_鄂州市市场监督管理局", "REGION_420703"), get("/alerts/a1"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aReportInPrintHoldsTheScopeOnly() throws Exception {
        byte[] own = as("420704", get("/report/pdf")).getContentAsByteArray();
        byte[] other = as("420703", get("/report/pdf")).getContentAsByteArray();

        assertThat(text(own)).contains("东湖大药房", "鄂城区");
        assertThat(text(other)).doesNotContain("东湖大药房").contains("华容区");
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void anAccountCarriesItsDistricts(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("accounts.json"),
                "[{\"login\":\"li\",\"hash\":\"{noop}x\",\"role\":\"INVESTIGATOR\",\"regions\":[\"420703\"],\"agencies\":[\"市场监督管理局\"]},"
                        + "{\"login\":\"wang\",\"hash\":\"{noop}x\",\"role\":\"LEADER\"}]");
        Accounts accounts = accounts(folder);

        assertThat(accounts.loadUserByUsername("li").getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrder("ROLE_INVESTIGATOR", "REGION_420703", "AGENCY_市场监督管理局");
        assertThat(accounts.loadUserByUsername("wang").getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_LEADER");
    }

    @Test
    void aDistrictThatIsNoCodeIsRefused(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("accounts.json"),
                "[{\"login\":\"li\",\"hash\":\"{noop}x\",\"role\":\"INVESTIGATOR\",\"regions\":[\"华容区\"]}]");

        assertThatThrownBy(() -> accounts(folder)).hasMessageContaining("no GB/T 2260 code");
    }

    private static Accounts accounts(Path folder) throws Exception {
        return Accounts.open(
                folder, PasswordEncoderFactories.createDelegatingPasswordEncoder(), (login, password) -> {});
    }

    private static MockHttpServletRequestBuilder transfer(String agency) {
        return post("/alerts/a1/dispositions")
                .param("revision", "7")
                .param("seen", "")
                .param("action", "TRANSFER")
                .param("agency", agency)
                .param("reason", "移送有误")
                .with(csrf());
    }

    private static MockHttpServletRequestBuilder decision() {
        return post("/alerts/a1/dispositions")
                .param("revision", "7")
                .param("seen", "")
                .param("action", "CLAIM")
                .param("reason", "")
                .with(csrf());
    }

    private MockHttpServletResponse as(String region, MockHttpServletRequestBuilder request) throws Exception {
        return as(List.of("REGION_" + region), request);
    }

    private MockHttpServletResponse as(List<String> scope, MockHttpServletRequestBuilder request) throws Exception {
        List<String> authorities = Stream.concat(
                        Stream.of("ROLE_INVESTIGATOR", "ROLE_ANALYST", "ROLE_APPROVER"), scope.stream())
                .toList();
        MockHttpServletResponse response = mvc.perform(
                        request.with(user("someone").authorities(AuthorityUtils.createAuthorityList(authorities))))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
