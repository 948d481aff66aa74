package io.zhiwei.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.zhiwei.console.catalogue.Catalogue;
import io.zhiwei.console.catalogue.Names;
import io.zhiwei.console.health.Health;
import io.zhiwei.console.health.HealthWatch;
import io.zhiwei.console.testing.MemoryAlerts;
import io.zhiwei.console.testing.MemoryAudit;
import io.zhiwei.console.testing.MemoryDispositions;
import io.zhiwei.console.testing.MemoryHealth;
import io.zhiwei.console.testing.PageTest;
import io.zhiwei.console.testing.SampleAlerts;
import io.zhiwei.models.definition.Model;
import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.DispositionAction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the pages say. */
@PageTest
class PagesTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MemoryAlerts alerts;

    @Autowired
    private MemoryDispositions dispositions;

    @Autowired
    private MemoryAudit audit;

    @Autowired
    private MemoryHealth health;

    @Autowired
    private HealthWatch watch;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Names names;

    @BeforeEach
    void fill() {
        alerts.hold(SampleAlerts.alert("a1"), SampleAlerts.alert("a2", "华容诊所", "包治百病"));
        dispositions.clear();
    }

    @Test
    void theListShowsWhatTheFilterLetsThroughAndCountsWhatItHides() throws Exception {
        String html = page("/alerts?text=包治");

        assertThat(html).contains("华容诊所").doesNotContain("东湖大药房").contains("筛选隐藏 1 条");
    }

    @Test
    void anAlertExplainsItself() throws Exception {
        String html = page("/alerts/a1");

        assertThat(html)
                .as("value against threshold, law, agency, due time")
                .contains("AD-01", "2 处", "1 处", "《广告法》第十六条第一款第（一）项", "鄂州市市场监督管理局", "2026-03-03 12:05")
                .as("the score builds up: 60, then 50 of the rest, then 10 of the rest")
                .contains("+60", "+20", "+2", "82")
                .as("matched words within the original text, and what they stand for")
                .contains("祖<mark>传秘方</mark>，根治糖尿病")
                .contains("发现规避写法");
        assertThat(catalogue.find("medical-ads").orElseThrow().triage())
                .isNotEmpty()
                .allSatisfy(step -> assertThat(html).contains(step.zh()));
    }

    @Test
    void whatAnAlertNamesIsSaidInTheReadersLanguage() throws Exception {
        String english = page("/alerts/a1?lang=en");

        assertThat(english)
                .as("district, agency, what to do, law")
                .contains(">Echeng District<", "data-name=\"Echeng District\"")
                .contains(">Ezhou Administration for Market Regulation<")
                .contains(
                        "<li>Look up the advertisement approval number and the product registration; check advertiser,")
                .contains(">Advertising Law, art. 16(1)(1)<")
                .as("what has no English name keeps its own")
                .contains("东湖大药房", ">《广告法》第十六条第一款第（一）项<")
                .doesNotContain("鄂城区", "查询广告审查批准文号");
        assertThat(page("/alerts?lang=en"))
                .contains(">Echeng District</td>", ">Ezhou Administration for Market Regulation</td>")
                .contains(">Liangzihu District</option>")
                .doesNotContain("鄂城区");
        assertThat(page("/overview/data?lang=en")).contains("Echeng District").doesNotContain("鄂城区");
        assertThat(page("/alerts/a1?lang=zh-CN"))
                .contains(">鄂城区<", ">《广告法》第16(1)(1)条<", "<li>查询广告审查批准文号")
                .doesNotContain("Echeng", "Advertising Law");
    }

    @Test
    void theMapNamesItsDistrictsAsTheTableOfRegionsDoes() throws Exception {
        String map = page("/assets/ezhou-districts.geojson");

        assertThat(names.districts().stream().filter(one -> !one.code().endsWith("00")))
                .hasSize(3)
                .allSatisfy(one -> assertThat(map)
                        .contains("\"code\": \"" + one.code() + "\", \"name\": \""
                                + one.name().zh() + "\", \"nameEn\": \""
                                + one.name().en() + "\""));
    }

    @Test
    void anAlertTellsHowItCameToStandWhereItDoes() throws Exception {
        decide("officer", "CONFIRM", "证据充分", "");

        String html = page("/alerts/a1");

        assertThat(html.substring(html.indexOf("id=\"line\"")))
                .containsSubsequence("首次预警", "黄", "变为", "黄", "橙", "officer", "证据充分");
    }

    @Test
    void anAlertShowsWhereItIsWhatIsLikeItAndWhenItIsDue() throws Exception {
        assertThat(page("/alerts/a1"))
                .contains("data-lon=\"114.890012\"", "科室负责人 1 个工作日内复核", "已超 ")
                .containsSubsequence("相似预警", "华容诊所");
    }

    @Test
    void theClockOfATransferRunsFromTheDecision() throws Exception {
        assertThat(page("/alerts/a1")).doesNotContain("移送时限");

        decide("officer", "TRANSFER", "涉嫌犯罪", "", "agency", "鄂州市公安局");

        assertThat(page("/alerts/a1")).containsSubsequence("移送时限", "已完成", "24 小时内移交", "剩余 23 小时");
    }

    @Test
    void theListCountsWhatItDoesNotShow() throws Exception {
        assertThat(page("/alerts")).contains("重复并入 5，证据超限未列 2，暂缓 3，并案 2，过迟未判 4");
    }

    @Test
    void aPersonKeepsViewsOfTheirOwn() throws Exception {
        MockHttpServletResponse saved = sent(
                "ann",
                post("/views")
                        .param("name", "<b>橙色</b>")
                        .param("level", "ORANGE")
                        .param("text", "根治 & 断根"));
        assertThat(saved.getRedirectedUrl()).startsWith("/alerts?level=ORANGE&text=");

        assertThat(sent("ann", get("/alerts")).getContentAsString())
                .contains("&lt;b&gt;橙色&lt;/b&gt;", "level=ORANGE&amp;text=%E6%A0%B9")
                .doesNotContain("<b>橙色");
        assertThat(sent("ben", get("/alerts")).getContentAsString()).doesNotContain("橙色&lt;/b&gt;");

        sent("ann", post("/views/removal").param("name", "<b>橙色</b>"));
        assertThat(sent("ann", get("/alerts")).getContentAsString()).doesNotContain("橙色&lt;/b&gt;");
    }

    @Test
    void aViewNeedsAName() throws Exception {
        assertThat(sent("ann", post("/views").param("name", " ")).getStatus()).isEqualTo(400);
        assertThat(sent("ann", post("/views").param("name", "长".repeat(41))).getStatus())
                .isEqualTo(400);
    }

    private MockHttpServletResponse sent(String who, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        request.with(csrf()).with(user(who).roles("INVESTIGATOR")))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }

    @Test
    void theOverviewGoesFromWarningsToTransfersAndTellsWhatIsOverdue() throws Exception {
        decide("officer", "TRANSFER", "涉嫌犯罪", "", "agency", "鄂州市公安局");

        assertThat(page("/overview"))
                .containsSubsequence("预警", "2", "100%", "已处置", "1", "50%", "已确认", "1", "已移送", "1", "50%")
                .contains("level=ORANGE&amp;overdue=true", "橙 1");
    }

    @Test
    void theOverviewKeepsItsFilterOnTheWayToTheList() throws Exception {
        assertThat(page("/overview?region=420704"))
                .contains("/alerts?region=420704&amp;model=medical-ads&amp;level=ORANGE")
                .contains("› <a href=\"/overview?region=420704\">鄂城区</a>");
    }

    @Test
    void theBoardSaysWhatCameWhatWasRefusedAndWhatHasFallenSilent() throws Exception {
        assertThat(page("/overview/quality"))
                .containsSubsequence("1 个数据流中断", "广告", "12", "3", "7", "3", "2", "正常", "销售", "超过 24 小时无数据")
                .contains("到达过迟", "格式错误")
                .doesNotContain("??");
    }

    @Test
    void anAlertThatIsNotThereIsNotFound() throws Exception {
        assertThat(answer(get("/alerts/none")).getStatus()).isEqualTo(404);
        assertThat(answer(get("/models/none")).getStatus()).isEqualTo(404);
    }

    @Test
    void onlyWhoDecidesSeesTheButtons() throws Exception {
        String leader = mvc.perform(get("/alerts/a1").with(user("someone").roles("LEADER")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page("/alerts/a1")).contains("value=\"CONFIRM\"");
        assertThat(leader).doesNotContain("value=\"CONFIRM\"");
    }

    @Test
    void aDecisionIsAppendedWithWhoWhenAndWhy() throws Exception {
        MockHttpServletResponse response = decide("officer", "TRANSFER", "  涉嫌犯罪  ", "", "agency", "鄂州市公安局");

        assertThat(response.getRedirectedUrl()).isEqualTo("/alerts/a1?decided");
        assertThat(dispositions.of("a1")).singleElement().satisfies(one -> {
            assertThat(one.getAction()).isEqualTo(DispositionAction.TRANSFER);
            assertThat(one.getWho()).isEqualTo("officer");
            assertThat(one.getReason()).isEqualTo("涉嫌犯罪");
            assertThat(one.getAgency()).isEqualTo("鄂州市公安局");
            assertThat(one.getRevision()).isEqualTo(7);
            assertThat(one.getLevelRank()).isEqualTo(3);
        });
        assertThat(page("/alerts/a1")).contains("officer", "涉嫌犯罪", "鄂州市公安局");
    }

    @Test
    void theSecondPersonIsToldWhatTheFirstDecidedMeanwhile() throws Exception {
        decide("first", "CONFIRM", "证据充分", "");

        MockHttpServletResponse second = decide("second", "REJECT", "正常广告", "");

        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(second.getContentAsString()).contains("您的处置没有提交", "first", "证据充分");
        assertThat(dispositions.of("a1")).extracting(Disposition::getWho).containsExactly("first");
    }

    @Test
    void whoHasSeenADecisionMayOverruleIt() throws Exception {
        decide("first", "CONFIRM", "证据充分", "");
        String seen = dispositions.of("a1").get(0).getDispositionId();
        assertThat(page("/alerts/a1")).contains(seen);

        MockHttpServletResponse second = decide("second", "REJECT", "复核后排除", seen);

        assertThat(second.getStatus()).isEqualTo(302);
        assertThat(dispositions.of("a1")).hasSize(2);
    }

    @Test
    void aSecondClickIsTheSameDecision() throws Exception {
        decide("first", "CONFIRM", "证据充分", "");

        assertThat(decide("first", "CONFIRM", "证据充分", "").getStatus()).isEqualTo(302);
        assertThat(dispositions.of("a1")).hasSize(1);
    }

    @Test
    void whatIsIncompleteIsNotTakenAndCanBeCorrected() throws Exception {
        MockHttpServletResponse response = decide("officer", "SNOOZE", "等待检验结果", "");

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("今天以后的日期", "等待检验结果");
        assertThat(dispositions.of("a1")).isEmpty();
    }

    @Test
    void aCaseCannotBeMergedIntoWhatIsNotThere() throws Exception {
        assertThat(decide("officer", "MERGE", "同一主体", "", "into", "none").getStatus())
                .isEqualTo(404);
        assertThat(dispositions.of("a1")).isEmpty();
    }

    @Test
    void aDecisionThatKafkaDoesNotTakeIsShownAndCanBeRepeated() throws Exception {
        dispositions.goAway();

        MockHttpServletResponse response = decide("officer", "CONFIRM", "证据充分", "");

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("您提交的内容没有保存", "证据充分", "value=\"CONFIRM\"", "重新提交");
    }

    @Test
    void whatIsDecidedWhileNothingCanBeSearchedOrRecordedIsShownAndCanBeRepeated() throws Exception {
        alerts.goAway();
        MockHttpServletResponse unsearched = decide("officer", "REJECT", "合法<b>广告</b>", "");
        fill();
        audit.goAway();
        MockHttpServletResponse unrecorded = decide("officer", "REJECT", "合法<b>广告</b>", "");
        audit.clear();

        for (MockHttpServletResponse response : List.of(unsearched, unrecorded)) {
            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(response.getContentAsString())
                    .contains("您提交的内容没有保存", "合法&lt;b&gt;广告&lt;/b&gt;", "action=\"/alerts/a1/dispositions\"")
                    .containsPattern("name=\"action\" value=\"REJECT\"")
                    .containsPattern("name=\"revision\" value=\"7\"");
        }
        assertThat(dispositions.of("a1")).isEmpty();
    }

    @Test
    void everyPageSaysWhichServerIsAway() throws Exception {
        health.say(new Health(true, false));
        await().atMost(Duration.ofSeconds(10)).until(() -> !watch.latest().kafka());
        String away = page("/alerts");
        health.say(Health.GOOD);
        await().atMost(Duration.ofSeconds(10)).until(() -> watch.latest().kafka());

        assertThat(away)
                .containsPattern("id=\"away-kafka\"[^>]*role=\"status\">")
                .containsPattern("away-elasticsearch\"[^>]*hidden");
        assertThat(page("/models")).containsPattern("away-kafka\"[^>]*hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/alerts", "/alerts/a1", "/overview"})
    void aPageSaysThatTheIndexIsAway(String path) throws Exception {
        alerts.goAway();

        MockHttpServletResponse response = answer(get(path));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("数据服务暂不可用");
    }

    @Test
    void everyModelOfTheLibraryHasItsPageInBothLanguages() throws Exception {
        for (var model : catalogue.models()) {
            String chinese = page("/models/" + model.id());
            assertThat(chinese).contains(model.name().zh()).doesNotContain("??");
            assertThat(model.indicators()).allSatisfy(one -> assertThat(chinese).contains(one.id()));
            assertThat(page("/models/" + model.id() + "?lang=en"))
                    .contains("Indicators")
                    .doesNotContain("??");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/alerts", "/alerts/a1", "/overview", "/models", "/approvals"})
    void noWordOfAPageIsMissingInEitherLanguage(String path) throws Exception {
        assertThat(page(path)).contains("lang=\"zh\"").doesNotContain("??");
        assertThat(page(path + "?lang=en")).contains("lang=\"en\"").doesNotContain("??");
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(words("console_en").keySet()).isEqualTo(words("console").keySet());
        assertThat(words("console").keySet())
                .containsAll(Stream.of(DispositionAction.values())
                        .map(action -> "action." + action)
                        .toList());
    }

    @Test
    void whatAlertsOfTheLibraryNameHasAWord() throws IOException {
        Set<Object> words = words("console").keySet();
        for (Model model : catalogue.models()) {
            Set<String> named = new TreeSet<>();
            model.thresholds().forEach(one -> named.add("unit." + one.unit()));
            Stream.concat(Stream.of(model.reads()), model.alsoReads().stream())
                    .flatMap(rule -> rule.event().particulars().stream())
                    .forEach(one -> named.add("field." + one));
            assertThat(words).as(model.id()).containsAll(named);
        }
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (InputStream stream = PagesTest.class.getResourceAsStream("/messages/" + file + ".properties")) {
            words.load(new java.io.InputStreamReader(
                    java.util.Objects.requireNonNull(stream, file), StandardCharsets.UTF_8));
        }
        return words;
    }

    private MockHttpServletResponse decide(String who, String action, String reason, String seen, String... more)
            throws Exception {
        MockHttpServletRequestBuilder request = post("/alerts/a1/dispositions")
                .param("revision", "7")
                .param("levelRank", "3")
                .param("seen", seen)
                .param("action", action)
                .param("reason", reason)
                .with(csrf())
                .with(user(who).roles("INVESTIGATOR"));
        for (int i = 0; i < more.length; i += 2) {
            request.param(more[i], more[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private String page(String path) throws Exception {
        return answer(get(path)).getContentAsString();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        request.with(user("someone").roles("INVESTIGATOR")))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
