package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhiwei.jobs.elasticsearch.AlertDocument;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a threshold that an analyst changes to a live alert of the new version, in a real Chromium beside a real job: decision,
 * backtest, shadow, submission, approval.
 */
class TuningITCase {

    private static final String MODEL = "/models/medical-ads";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anEditedThresholdIsTriedOnThePastApprovedByAnotherPersonAndJudges() throws Exception {
        Browser.assumeInstalled();
        try (Stand stand = Stand.start(folder);
                Servers console = new Servers(Home.find(), stand.ports(), folder)) {
            stand.startJob();
            stream(stand);
            console.startConsole();
            Map<String, String> passwords = console.awaitConsole().stream()
                    .collect(Collectors.toMap(Servers.Login::name, Servers.Login::password));

            try (Browser investigator = person(stand, passwords, "investigator")) {
                confirmAnAlert(investigator);
                try (Browser analyst = person(stand, passwords, "analyst")) {
                    backtest(analyst);
                    intoTheShadow(analyst);
                    submit(analyst);
                }
                try (Browser approver = person(stand, passwords, "approver")) {
                    approve(approver);
                }
                investigator.open("/alerts");
                investigator.until(
                        () -> investigator.one("#live-state").getText().equals("实时更新"));
                stream(stand);
                readTheNewVersion(investigator);
            }
        }
    }

    private static void confirmAnAlert(Browser person) throws Exception {
        person.follow("#alerts tr a");
        person.one("textarea[name=reason]").sendKeys("证据充分");
        person.follow("button[value=CONFIRM]");
        person.until(() -> person.path().endsWith("?decided"));
        person.until(() -> {
            person.driver().navigate().refresh();
            return person.one("#line").getText().contains("已确认");
        });
        person.assertAccessible();
        person.picture("alert-confirmed");
    }

    private static void backtest(Browser analyst) throws Exception {
        analyst.open(MODEL);
        assertThat(analyst.text()).as("measured precision").contains("100% [21%, 100%] 1/1");
        analyst.one("select[name=threshold] option[value=learned]").click();
        analyst.type("input[name=value]", "0.95");
        analyst.type("form textarea[name=reason]", "分类器误报偏多");
        analyst.follow("button[formaction]");

        analyst.until(() ->
                analyst.path().contains("/backtests/") && !analyst.all("#after").isEmpty());
        assertThat(analyst.text()).contains("前后对比", "100% [21%, 100%] 1/1");
        int before = Integer.parseInt(analyst.one("#before td").getText());
        int after = Integer.parseInt(analyst.one("#after td").getText());
        assertThat(before).isPositive();
        assertThat(after).isLessThan(before);
        assertThat(analyst.all("#lost tbody tr")).hasSize(before - after);
        analyst.until(() -> !analyst.all("#days canvas").isEmpty()
                && !analyst.all("#curve canvas").isEmpty());
        analyst.assertNothingRefused();
        analyst.assertAccessible();
        analyst.picture("backtest");
        String lost = Objects.requireNonNull(analyst.one("#lost a").getDomAttribute("href"));
        String here = analyst.path();
        analyst.open(lost);
        assertThat(analyst.all("#line li"))
                .as("what would be lost was really raised")
                .isNotEmpty();
        analyst.open(here);
    }

    private static void intoTheShadow(Browser analyst) throws Exception {
        analyst.follow("button[value=SHADOW]");
        analyst.until(() -> analyst.path().startsWith(MODEL + "/versions/2"));
        assertThat(analyst.text()).contains("作业已接受", "影子运行", "分类器误报偏多 （回测：预警", "影子运行结果");
        analyst.assertAccessible();
        analyst.picture("version-shadow");
    }

    private static void submit(Browser analyst) throws Exception {
        analyst.type("textarea[name=reason]", "影子运行结果良好");
        analyst.follow("form[action$=submission] button[value=ACTIVE]");
        analyst.until(() -> analyst.one("main").getText().contains("申请“生效”"));
        assertThat(analyst.text()).contains("作业已接受", "影子运行结果", "撤回提交").doesNotContain("批准生效");
        assertThat(analyst.all("button[formaction$=approval]")).isEmpty();
        analyst.assertAccessible();
        analyst.picture("version-submitted");
    }

    private static void approve(Browser approver) throws Exception {
        approver.open("/models");
        approver.assertAccessible();
        assertThat(approver.one("nav .count").getText()).isEqualTo("1");
        approver.follow("nav a[href='/approvals']");
        approver.assertAccessible();
        approver.picture("approvals");
        assertThat(approver.text()).contains("learned", "影子运行结果良好");
        approver.follow("a.review");
        approver.type("textarea[name=reason]", "回测结果良好");
        approver.follow("button[formaction$=approval][value=ACTIVE]");
        approver.until(() -> approver.path().endsWith("?sent"));
        assertThat(approver.text()).contains("作业已接受", "生效", "approver");
        assertThat(approver.all("nav .count")).isEmpty();
    }

    private static void readTheNewVersion(Browser person) {
        person.until(() -> !person.all("#alerts tr.fresh a").isEmpty());
        person.follow("#alerts tr.fresh a");
        person.until(() -> person.one("#line").getText().contains("模型 v2"));
        assertThat(person.one("dl.facts").getText()).containsPattern("模型版本\\s+2");
    }

    private void stream(Stand stand) throws Exception {
        try (Streaming streaming = stand.streaming(Stand.advertisements(folder), 0)) {
            streaming.start();
            await().atMost(Stand.PATIENCE).until(streaming::isOver);
        }
        stand.awaitAssessed();
        await().atMost(Stand.PATIENCE)
                .until(() -> !stand.documents(AlertDocument.INDEX).isEmpty());
    }

    private static Browser person(Stand stand, Map<String, String> passwords, String login) {
        Browser browser = new Browser(stand.ports().consoleUrl());
        browser.login(login, Objects.requireNonNull(passwords.get(login), login));
        return browser;
    }
}
