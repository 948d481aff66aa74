package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhiwei.schemas.Alert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** What people do with the console, in a real Chromium. Left out, and said so, where none is installed. */
class BrowserITCase {

    private static final Duration PATIENCE = Browser.PATIENCE;
    private static final Dimension PHONE = new Dimension(500, 900);

    @TempDir
    private static Path folder = Path.of("");

    private static @Nullable ConsoleStand stand;
    private @Nullable Browser browser;

    @BeforeAll
    static void start() throws Exception {
        Browser.assumeInstalled();
        stand = ConsoleStand.start(folder);
    }

    @AfterAll
    static void stop() {
        if (stand != null) {
            stand.close();
        }
    }

    @BeforeEach
    void open() {
        browser = new Browser(stand().address());
    }

    @AfterEach
    void quit() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void anInvestigatorFindsAnAlertReadsWhyAndDecides() {
        login("investigator");
        one("select[name=level] option[value=RED]").click();
        page().follow("form.filter button");
        page().follow("#alerts tr a");

        assertThat(all("mark")).isNotEmpty();
        one("textarea[name=reason]").sendKeys("证据充分，予以确认");
        page().follow("button[value=CONFIRM]");

        await().atMost(PATIENCE).until(() -> browser().getCurrentUrl().endsWith("?decided"));
        assertThat(one("main").getText()).contains("处置已提交", "investigator 确认", "证据充分，予以确认");
        assertNothingRefused();
    }

    @Test
    void aNewAlertSlidesIntoTheOpenListWithoutReload() throws Exception {
        Alert alert = Alert.newBuilder(stand().alerts().get(0))
                .setAlertId("fedcba9876543210")
                .build();
        login("investigator");
        await().atMost(PATIENCE).until(() -> one("#live-state").getText().equals("实时更新"));
        long sent = System.nanoTime();
        stand().send(alert);

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !all("#alert-fedcba9876543210").isEmpty());
        System.out.println("from the topic into the open browser: " + (System.nanoTime() - sent) / 1_000_000 + " ms");

        assertThat(one("#alerts tr").getDomAttribute("id")).isEqualTo("alert-fedcba9876543210");
        assertNothingRefused();
    }

    @Test
    void aLeaderGoesFromTheMapThroughItsFieldsToTheAlertsOfADistrict() throws Exception {
        login("leader");
        browser().get(stand().address() + "/overview");
        await().atMost(PATIENCE)
                .until(() -> !all("#map canvas").isEmpty()
                        && !all("#calendar canvas").isEmpty());
        @SuppressWarnings("unchecked")
        List<Number> at = (List<Number>) Objects.requireNonNull(browser()
                .executeScript("const map = echarts.getInstanceByDom(document.getElementById('map'));"
                        + "const at = map.convertToPixel('geo', [114.623027, 30.168077]);"
                        + "return [Math.round(at[0] - map.getWidth() / 2), Math.round(at[1] - map.getHeight() / 2)]"));

        new Actions(browser())
                .moveToElement(one("#map"), at.get(0).intValue(), at.get(1).intValue())
                .click()
                .perform();

        await().atMost(PATIENCE).until(() -> page().path().startsWith("/overview?region=420702"));
        page().until(() -> one("#quality").getText().contains("广告"));
        page().assertAccessible();
        page().picture("overview-district");
        page().follow("#fields td a");

        page().until(() -> page().path().startsWith("/alerts?region=420702&model="));
        assertThat(all("#alerts tr")).isNotEmpty();
        assertThat(all("#alerts td:nth-child(5)").stream().map(WebElement::getText))
                .containsOnly("梁子湖区");
        assertNothingRefused();
    }

    @Test
    void anAnalystReadsAModelInEnglish() {
        login("analyst");
        browser().get(stand().address() + "/models/medical-ads");
        assertThat(one("html").getDomAttribute("lang")).isEqualTo("zh");

        browser().findElement(By.linkText("English")).click();

        await().atMost(PATIENCE).until(() -> "en".equals(one("html").getDomAttribute("lang")));
        assertThat(one("main").getText())
                .contains("Thresholds", "Indicators", "Efficacy guarantee", "Advertising Law, art.");
        browser().get(stand().address() + "/alerts");
        assertThat(one("h1").getText()).isEqualTo("Alerts");
    }

    @Test
    void anInvestigatorReadsAnAlertInEnglish() {
        Alert alert = stand().alerts().stream()
                .filter(one -> one.getModel().getId().equals("medical-ads")
                        && one.getRegion() != null
                        && one.getRegion().getName().equals("鄂城区"))
                .findFirst()
                .orElseThrow();
        login("investigator");
        page().open("/alerts/" + alert.getAlertId());
        assertThat(page().text()).contains("鄂城区", "查询广告审查批准文号");

        page().follow("header a[lang=en]");

        assertThat(page().text())
                .contains(
                        "Echeng District",
                        "Look up the advertisement approval number and the product registration",
                        "Administration for Market Regulation")
                .doesNotContain("鄂城区", "查询广告审查批准文号", "市场监督管理局");
        page().until(() -> !all("#map canvas").isEmpty());
        assertThat(browser()
                        .executeScript("const map = echarts.getInstanceByDom(document.getElementById('map'));"
                                + "return map.getOption().geo[0].nameProperty"))
                .isEqualTo("nameEn");
        page().open("/overview");
        page().until(() -> !all("#map canvas").isEmpty());
        assertThat(browser()
                        .executeScript("const map = echarts.getInstanceByDom(document.getElementById('map'));"
                                + "return map.getOption().series[0].data.map((one) => one.name).sort().join()"))
                .isEqualTo("Echeng District,Huarong District,Liangzihu District");
        assertNothingRefused();
    }

    @Test
    void anAnalystChoosesAmongThePopulationsThatWereMeasured() {
        login("analyst");
        page().open("/signals");
        assertThat(all("tbody tr")).hasSize(3);
        assertThat(all("select[name=population] option").stream().map(WebElement::getText))
                .containsExactly("全部", "药品", "药品：儿童", "药品：清热注射液（按厂家或型号比较）");

        one("select[name=population] option[value='DRUG:CHILD']").click();
        page().follow("form.filter button");

        assertThat(all("tbody tr"))
                .singleElement()
                .satisfies(row -> assertThat(row.getText()).contains("药品：儿童"));
        assertNothingRefused();
    }

    @Test
    void anAdministratorFindsWhoSawAnAlert() {
        String id = stand().alerts().get(0).getAlertId();
        login("leader");
        page().open("/alerts/" + id);
        page().follow("header button");
        login("administrator");
        page().follow("nav a[href='/audit']");
        assertThat(one("#chain").getText()).contains("审计链完整");

        one("select[name=action] option[value='GET /alerts/{id}']").click();
        page().type("input[name=who]", "leader");
        page().type("input[name=text]", id);
        page().until(() -> {
            page().follow("form.filter button");
            return !all("#entries tr").isEmpty();
        });

        assertThat(all("#entries tr"))
                .allSatisfy(entry -> assertThat(entry.getText()).contains("leader", "查看预警证据", id));
        page().follow("#entries a");
        assertThat(page().path()).isEqualTo("/alerts/" + id);
        assertNothingRefused();
    }

    @Test
    void theFirstTabStopLeadsPastTheMenu() {
        login("investigator");

        one("body").sendKeys(Keys.TAB);
        WebElement first = browser().switchTo().activeElement();
        assertThat(first.getText()).isEqualTo("跳到正文");
        first.sendKeys(Keys.ENTER);

        assertThat(browser().switchTo().activeElement().getDomAttribute("id")).isEqualTo("content");
    }

    private List<String> pagesToRead() {
        return List.of(
                "/alerts",
                "/alerts/" + stand().alerts().get(0).getAlertId(),
                "/overview",
                "/report",
                "/signals",
                "/models",
                "/models/medical-ads",
                "/approvals",
                "/audit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void noPageIsWiderThanAPhone(String language) throws Exception {
        login("administrator");
        browser().manage().window().setSize(PHONE);
        page().open("/alerts?lang=" + language);
        for (String path : pagesToRead()) {
            page().open(path);
            page().picture(name(path, language) + "-phone");
            assertThat(
                            browser()
                                    .executeScript(
                                            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as(path)
                    .isEqualTo(true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void axeFindsNothingSerious(String language) throws Exception {
        page().open("/login?lang=" + language);
        page().assertAccessible();
        page().picture(name("/login", language));
        login("administrator");
        for (String path : pagesToRead()) {
            page().open(path);
            page().assertAccessible();
            page().picture(name(path, language));
        }
    }

    private static String name(String path, String language) {
        return path.substring(1).replaceAll("/[0-9a-f]+$", "-one").replace('/', '-') + "-" + language;
    }

    private void login(String name) {
        page().login(name, stand().password(name));
    }

    private void assertNothingRefused() {
        page().assertNothingRefused();
    }

    private WebElement one(String selector) {
        return page().one(selector);
    }

    private List<WebElement> all(String selector) {
        return page().all(selector);
    }

    private ChromeDriver browser() {
        return page().driver();
    }

    private Browser page() {
        return Objects.requireNonNull(browser, "no browser");
    }

    private static ConsoleStand stand() {
        return Objects.requireNonNull(stand, "no console");
    }
}
