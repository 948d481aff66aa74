package io.zhiwei.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.console.Console;
import io.zhiwei.console.testing.LoginProvider;
import io.zhiwei.console.testing.MemoryAlerts;
import io.zhiwei.console.testing.MemoryAudit;
import io.zhiwei.console.testing.MemoryEdges;
import io.zhiwei.console.testing.SampleAlerts;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Logging in at a real OpenID provider, from the link on the login page to the list. */
@SpringBootTest(
        classes = Console.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "zhiwei.models=${zhiwei.home}/models/library",
            "zhiwei.regions=${zhiwei.home}/models/reference/regions.yaml",
            "zhiwei.folder=target/test-console-elsewhere"
        })
@ActiveProfiles("test")
@Import(MemoryEdges.class)
@DirtiesContext
class LoginElsewhereTest {

    private static final LoginProvider PROVIDER = LoginProvider.start();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @LocalServerPort
    private int port;

    @Autowired
    private MemoryAlerts alerts;

    @Autowired
    private MemoryAudit audit;

    @DynamicPropertySource
    static void register(DynamicPropertyRegistry settings) {
        String client = "spring.security.oauth2.client.";
        String registration = client + "registration." + LoginProvider.ID + ".";
        settings.add(registration + "client-id", () -> LoginProvider.CLIENT);
        settings.add(registration + "client-secret", () -> LoginProvider.CLIENT);
        settings.add(registration + "client-name", () -> "鄂州市统一身份认证");
        settings.add(registration + "scope", () -> "openid,profile");
        settings.add(client + "provider." + LoginProvider.ID + ".issuer-uri", PROVIDER::issuer);
        settings.add(client + "provider." + LoginProvider.ID + ".user-name-attribute", () -> "preferred_username");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @BeforeEach
    void fill() {
        PROVIDER.admit(console());
        alerts.hold(SampleAlerts.alert("a1"));
        audit.clear();
    }

    @Test
    void thePageLeadsToTheProviderAndHasNoPasswordOfItsOwn() throws Exception {
        assertThat(get(console() + "/login").body())
                .contains("/oauth2/authorization/city", "通过 鄂州市统一身份认证 登录")
                .doesNotContain("type=\"password\"");
    }

    @Test
    void aLeaderSeesTheWholeCityAndTheLoginIsWrittenDown() throws Exception {
        HttpResponse<String> page = logIn("zhao");

        assertThat(page.uri().getPath()).isEqualTo("/alerts");
        assertThat(page.body()).contains("东湖大药房", "zhao");
        assertThat(audit.lines()).contains(new MemoryAudit.Line("zhao", "LOGIN", "", "from 127.0.0.1"));
        assertThat(get(console() + "/accounts").statusCode()).isEqualTo(403);
    }

    @Test
    void anInvestigatorOfAnotherDistrictSeesNothingOfThisOne() throws Exception {
        HttpResponse<String> page = logIn("li");

        assertThat(page.uri().getPath()).isEqualTo("/alerts");
        assertThat(page.body()).doesNotContain("东湖大药房");
        assertThat(get(console() + "/alerts/a1").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "greedy", "misspelt"})
    void whoseClaimsAreNotOneRoleAndACertainScopeIsRefused(String name) throws Exception {
        HttpResponse<String> page = logIn(name);

        assertThat(page.uri().getPath()).isEqualTo("/login");
        assertThat(page.body()).contains("单点登录未成功");
        assertThat(get(console() + "/alerts").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void aLoginThatCannotBeWrittenDownIsNone() throws Exception {
        audit.goAway();

        HttpResponse<String> page = logIn("zhao");

        assertThat(page.body()).contains("暂时无法记录登录");
        assertThat(get(console() + "/alerts").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void theCookieComesBackWithTheNavigationFromTheProvider() throws Exception {
        HttpResponse<Void> started = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(console() + "/oauth2/authorization/city"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        assertThat(started.headers().firstValue("Set-Cookie").orElseThrow()).contains("SameSite=Lax", "HttpOnly");
    }

    private HttpResponse<String> logIn(String name) throws Exception {
        HttpResponse<String> form = get(console() + "/oauth2/authorization/city");
        assertThat(form.uri().toString()).startsWith(PROVIDER.issuer() + "/login");
        Matcher token = TOKEN.matcher(form.body());
        assertThat(token.find()).isTrue();
        String body = "username=" + name + "&password=" + LoginProvider.PASSWORD + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return client.send(
                HttpRequest.newBuilder(form.uri())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String console() {
        return "http://127.0.0.1:" + port;
    }
}
