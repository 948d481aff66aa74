package io.zhiwei.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.zhiwei.console.testing.MemoryAlerts;
import io.zhiwei.console.testing.MemoryDispositions;
import io.zhiwei.console.testing.MemoryRecordings;
import io.zhiwei.console.testing.MemoryVersions;
import io.zhiwei.console.testing.PageTest;
import io.zhiwei.console.testing.SampleAlerts;
import io.zhiwei.schemas.Advertisement;
import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.DispositionAction;
import io.zhiwei.schemas.SingleObject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A changed threshold on recorded events, from the model's page to what would have come of it. */
@PageTest
class BacktestPagesTest {

    private static final String MODEL = "/models/medical-ads";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MemoryRecordings recordings;

    @Autowired
    private MemoryAlerts alerts;

    @Autowired
    private MemoryDispositions dispositions;

    @Autowired
    private MemoryVersions versions;

    @BeforeEach
    void fill() {
        versions.clear();
        dispositions.clear();
        alerts.hold(SampleAlerts.alert("a1"), SampleAlerts.alert("a2"));
        recordings.show(List.of(
                advertisement("ad-1", "东湖大药房", "420704", "祖传秘方，根治糖尿病，无效退款", 1),
                advertisement("ad-2", "西山大药房", "420702", "祖传秘方，根治高血压，无效退款", 5)));
    }

    @AfterEach
    void release() {
        recordings.release();
    }

    @Test
    void whatAnotherThresholdWouldHaveMadeOfThePastIsShown() throws Exception {
        MockHttpServletResponse response = send(request("maxFontRatio", "10")
                .param("reason", "小字声明误报")
                .param("curve", "true")
                .with(user("ann").roles("ANALYST")));
        String run = Objects.requireNonNull(response.getRedirectedUrl());

        assertThat(over("ann", run)).contains("data-state=\"DONE\"");
        String page = page("ann", run);
        assertThat(page)
                .contains("前后对比", "共判定 2 条事件", "小字声明误报 （回测：预警 2 → 2", "阈值曲线", "影子运行")
                .doesNotContain("??");
        assertThat(page("ann", run + "/data")).contains("\"date\":\"2026-03-02\"", "\"curve\":[{\"value\":1.5");
    }

    @Test
    void whoSeesOneDistrictIsToldOfItsAlertsOnly() throws Exception {
        MockHttpServletResponse response =
                send(request("maxFontRatio", "10").with(user("dan").authorities(authorities("420702"))));
        String run = Objects.requireNonNull(response.getRedirectedUrl());
        await().atMost(PATIENCE).until(() -> pageOf("dan", run, "420702").contains("data-state=\"DONE\""));

        assertThat(pageOf("dan", run, "420702")).contains("（回测：预警 1 → 1");
        assertThat(status("eve", run, "420703")).isEqualTo(404);
    }

    @Test
    void aPersonHasOneAtATimeAndCanStopIt() throws Exception {
        recordings.hold();
        String run = start("gus", "maxFontRatio", "10", "试");

        MockHttpServletResponse second =
                send(request("maxFontRatio", "5").with(user("gus").roles("ANALYST")));
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(second.getContentAsString()).contains("您还有一个回测未结束", run);

        assertThat(send(post(run + "/stop").with(user("ben").roles("ANALYST"))).getStatus())
                .isEqualTo(302);
        assertThat(send(post(run + "/stop").with(user("gus").roles("ANALYST"))).getStatus())
                .isEqualTo(302);
        recordings.release();
        assertThat(over("gus", run)).contains("data-state=\"STOPPED\"");
        assertThat(page("gus", run)).contains("回测已取消");
    }

    @Test
    void aValueOutsideItsRangeIsRefusedWithTheRange() throws Exception {
        MockHttpServletResponse response =
                send(request("maxFontRatio", "11").with(user("ann").roles("ANALYST")));

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("1.5 to 10.0");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() throws Exception {
        MockHttpServletResponse response = send(request("maxFontRatio", "10")
                .param("from", "2026-03-02")
                .param("to", "2026-03-01")
                .with(user("ann").roles("ANALYST")));

        assertThat(response.getStatus()).isEqualTo(400);
    }

    @Test
    void eventsOutsideThePeriodDoNotCount() throws Exception {
        MockHttpServletResponse response = send(request("maxFontRatio", "10")
                .param("from", "2026-03-03")
                .with(user("cy").roles("ANALYST")));

        String run = Objects.requireNonNull(response.getRedirectedUrl());
        over("cy", run);
        assertThat(page("cy", run)).contains("（回测：预警 0 → 0");
    }

    @Test
    void aPublishedVersionIsTriedToo() throws Exception {
        send(post(MODEL + "/versions")
                .param("threshold", "maxFontRatio")
                .param("value", "10")
                .param("reason", "试")
                .param("state", "DRAFT")
                .with(user("ann").roles("ANALYST")));

        MockHttpServletResponse response = send(post(MODEL + "/backtests")
                .param("version", "2")
                .with(user("ben").roles("APPROVER")));

        String run = Objects.requireNonNull(response.getRedirectedUrl());
        assertThat(over("ben", run)).contains("data-state=\"DONE\"");
        assertThat(page("ben", run)).contains("v1 → v2", "新增 0，减少 0").doesNotContain("??");
    }

    @Test
    void itSaysWhenTheEventsCannotBeRead() throws Exception {
        recordings.goAway();

        String run = start("fay", "maxFontRatio", "10", "试");

        assertThat(over("fay", run)).contains("data-state=\"UNAVAILABLE\"");
    }

    @Test
    void onlyWhoTunesOrApprovesStartsOne() throws Exception {
        for (String role : List.of("INVESTIGATOR", "LEADER", "ADMINISTRATOR")) {
            assertThat(send(request("maxFontRatio", "10").with(user("x").roles(role)))
                            .getStatus())
                    .as(role)
                    .isEqualTo(403);
        }
    }

    @Test
    void theCatalogueSaysHowOftenAModelAndAnIndicatorWereRight() throws Exception {
        decide("a1", DispositionAction.CONFIRM);
        decide("a2", DispositionAction.REJECT);

        assertThat(page("ann", "/models")).contains("实测准确率", "50% [9%, 91%] 1/2");
        assertThat(page("ann", MODEL)).contains("50% [9%, 91%] 1/2").doesNotContain("??");
    }

    private void decide(String alertId, DispositionAction action) {
        dispositions.append(Disposition.newBuilder()
                .setDispositionId(UUID.randomUUID().toString())
                .setAlertId(alertId)
                .setRevision(1)
                .setAction(action)
                .setWho("ivy")
                .setWhen(SampleAlerts.TIME)
                .build());
    }

    private String start(String who, String threshold, String value, String reason) throws Exception {
        MockHttpServletResponse response = send(
                request(threshold, value).param("reason", reason).with(user(who).roles("ANALYST")));
        assertThat(response.getStatus()).isEqualTo(302);
        return Objects.requireNonNull(response.getRedirectedUrl());
    }

    private static MockHttpServletRequestBuilder request(String threshold, String value) {
        return post(MODEL + "/backtests").param("threshold", threshold).param("value", value);
    }

    private String over(String who, String run) {
        await().atMost(PATIENCE)
                .until(() -> !page(who, run + "/progress").matches("(?s).*data-state=\"(WAITING|RUNNING)\".*"));
        return page(who, run + "/progress");
    }

    private String page(String who, String path) {
        return content(get(path).with(user(who).roles("ANALYST")));
    }

    private String pageOf(String who, String path, String region) {
        return content(get(path).with(user(who).authorities(authorities(region))));
    }

    private int status(String who, String path, String region) throws Exception {
        return mvc.perform(get(path).with(user(who).authorities(authorities(region))))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static List<GrantedAuthority> authorities(String region) {
        return AuthorityUtils.createAuthorityList("ROLE_ANALYST", "REGION_" + region);
    }

    private String content(MockHttpServletRequestBuilder request) {
        try {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            response.setCharacterEncoding("UTF-8");
            return response.getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response =
                mvc.perform(request.with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }

    private static byte[] advertisement(String id, String advertiser, String region, String text, double fontRatio) {
        return SingleObject.encode(Advertisement.newBuilder()
                .setAdId(id)
                .setPublishedAt(SampleAlerts.TIME)
                .setAdvertiserName(advertiser)
                .setRegionCode(region)
                .setText(text)
                .setClaimFontRatio(fontRatio)
                .build());
    }
}
