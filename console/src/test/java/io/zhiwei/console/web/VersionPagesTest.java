package io.zhiwei.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.zhiwei.console.catalogue.Catalogue;
import io.zhiwei.console.testing.MemoryVersions;
import io.zhiwei.console.testing.PageTest;
import io.zhiwei.console.version.VersionDesk;
import io.zhiwei.models.definition.Threshold;
import io.zhiwei.models.version.ModelVersion;
import io.zhiwei.schemas.ModelState;
import io.zhiwei.schemas.ModelUpdate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** From a threshold that an analyst changes to the version that another person lets judge, and back. */
@PageTest
class VersionPagesTest {

    private static final String MODEL = "/models/medical-ads";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MemoryVersions versions;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private VersionDesk desk;

    private Threshold threshold;

    @BeforeEach
    void fill() {
        versions.clear();
        threshold = catalogue.find("medical-ads").orElseThrow().thresholds().get(0);
    }

    @Test
    void anEditedThresholdIsTheNextVersionOfItsAuthor() throws Exception {
        MockHttpServletResponse response = edit("ann", threshold.max(), "DRAFT");

        assertThat(response.getRedirectedUrl()).isEqualTo(MODEL + "/versions/2?sent");
        assertThat(latest().getAuthor()).isEqualTo("ann");
        assertThat(latest().getReason()).isEqualTo("误报过多");
        assertThat(ModelVersion.stateOf(latest())).isEqualTo(ModelState.DRAFT);
        String html = page("ANALYST", MODEL + "/versions/2");
        assertThat(html)
                .contains("草稿", "ann", "误报过多", "作业尚未答复", threshold.name())
                .contains("model.yaml v1", "model.yaml v2")
                .doesNotContain("??");
        assertThat(inForce()).as("a draft judges nothing").isEqualTo(threshold.value());
    }

    @Test
    void theAnswerOfTheJobIsShown() throws Exception {
        edit("ann", threshold.max(), "SHADOW");
        versions.answer();

        assertThat(page("ANALYST", MODEL + "/versions/2")).contains("作业已接受");
    }

    @Test
    void anotherPersonMakesItJudgeAndTakesItBack() throws Exception {
        edit("ann", threshold.max(), "SHADOW");

        assertThat(submit("ann", "ACTIVE").getStatus()).isEqualTo(302);
        assertThat(inForce()).as("nobody has approved yet").isEqualTo(threshold.value());
        assertThat(approve("ben", "ACTIVE", latest().getUpdateId()).getStatus()).isEqualTo(302);
        assertThat(inForce()).isEqualTo(threshold.max());
        assertThat(page("LEADER", MODEL)).contains("v2", "生效", "ann");

        assertThat(submit("cleo", "RETIRED").getStatus()).isEqualTo(302);
        assertThat(inForce()).as("nobody has approved yet").isEqualTo(threshold.max());
        assertThat(approve("ben", "RETIRED", latest().getUpdateId()).getStatus())
                .isEqualTo(302);
        assertThat(inForce()).isEqualTo(threshold.value());
        assertThat(latest().getTransitions())
                .hasSize(5)
                .allSatisfy(one -> assertThat(one.getReason()).isNotBlank());
        assertThat(latest().getTransitions().get(4).getBy()).isEqualTo("cleo");
    }

    @Test
    void whatNobodySubmittedCannotBeApproved() throws Exception {
        edit("ann", threshold.max(), "SHADOW");
        assertThat(page("APPROVER", MODEL + "/versions/2")).doesNotContain("批准生效");

        MockHttpServletResponse unsubmitted = approve("ben", "ACTIVE", latest().getUpdateId());
        submit("ann", "RETIRED");
        MockHttpServletResponse other = approve("ben", "ACTIVE", latest().getUpdateId());

        assertThat(unsubmitted.getStatus()).isEqualTo(409);
        assertThat(unsubmitted.getContentAsString()).contains("没有人为此提交审批");
        assertThat(other.getStatus()).as("another state was asked for").isEqualTo(409);
        assertThat(versions.updates()).hasSize(2);
        assertThat(inForce()).isEqualTo(threshold.value());
    }

    @Test
    void whatWaitsIsListedUntilItIsApproved() throws Exception {
        edit("ann", threshold.max(), "SHADOW");
        assertThat(page("APPROVER", "/approvals")).contains("没有待审批的版本");
        assertThat(page("APPROVER", "/alerts")).doesNotContain("class=\"count\"");

        submit("cleo", "ACTIVE");

        for (String address : new String[] {"/approvals", "/approvals?lang=en"}) {
            assertThat(page("APPROVER", address))
                    .contains(MODEL + "/versions/2", "cleo", "ann", "误报过多", "影子运行够久了")
                    .contains(threshold.name(), "model.yaml v1", "model.yaml v2")
                    .doesNotContain("??");
        }
        assertThat(page("APPROVER", "/alerts")).contains("<strong class=\"count\">1</strong>");
        assertThat(page("LEADER", "/alerts")).doesNotContain("class=\"count\"");
        assertThat(page("LEADER", "/models")).contains("待审批");
        assertThat(page("ANALYST", MODEL + "/versions/2"))
                .contains("待审批：cleo 于", "申请“生效”", "提交审批：生效", "撤回提交")
                .doesNotContain("批准生效", "退回修改", "??");
        assertThat(page("APPROVER", MODEL + "/versions/2?lang=en"))
                .contains("Approve and activate", "Send back", "become “Active”")
                .doesNotContain("Withdraw<", "??");

        approve("ben", "ACTIVE", latest().getUpdateId());

        assertThat(page("APPROVER", "/approvals")).contains("没有待审批的版本");
    }

    @Test
    void aSubmissionIsWithdrawnOrSentBackWithAReason() throws Exception {
        edit("ann", threshold.max(), "SHADOW");
        submit("ann", "ACTIVE");

        assertThat(takeBack("ben", "APPROVER", " ").getStatus()).isEqualTo(400);
        assertThat(takeBack("ben", "APPROVER", "请先回测").getStatus()).isEqualTo(302);

        assertThat(page("ANALYST", MODEL + "/versions/2")).contains("退回修改", "请先回测", "提交审批：生效");
        assertThat(ModelVersion.stateOf(latest())).isEqualTo(ModelState.SHADOW);
        assertThat(takeBack("ben", "APPROVER", "再次").getStatus())
                .as("nothing waits")
                .isEqualTo(409);

        submit("ann", "ACTIVE");
        assertThat(takeBack("ann", "ANALYST", "还要再看").getStatus()).isEqualTo(302);

        assertThat(page("APPROVER", MODEL + "/versions/2")).contains("撤回提交", "还要再看");
        assertThat(latest().getTransitions()).hasSize(5);
    }

    @Test
    void whoSubmittedCannotApproveEither() throws Exception {
        edit("ann", threshold.max(), "SHADOW");
        submit("cleo", "ACTIVE");

        assertThat(approve("Cleo", "ACTIVE", latest().getUpdateId()).getStatus())
                .isEqualTo(403);
        assertThat(inForce()).isEqualTo(threshold.value());
    }

    @Test
    void onlyWhatNeedsApprovalCanBeSubmittedAndOnlyOnce() throws Exception {
        edit("ann", threshold.max(), "DRAFT");

        assertThat(submit("ann", "SHADOW").getStatus()).isEqualTo(400);
        assertThat(submit("ann", "ACTIVE").getStatus()).isEqualTo(302);
        assertThat(submit("ann", "RETIRED").getStatus()).isEqualTo(400);
        assertThat(versions.updates()).hasSize(2);
    }

    @Test
    void theAuthorIsRefusedAndNothingIsPublished() throws Exception {
        edit("ann", threshold.max(), "DRAFT");
        submit("cleo", "ACTIVE");

        MockHttpServletResponse response = approve("Ann", "ACTIVE", latest().getUpdateId());

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString()).contains("作者不能审批自己的版本");
        assertThat(versions.updates()).hasSize(2);
    }

    @Test
    void whoHasNotSeenTheLatestDecisionIsTold() throws Exception {
        edit("ann", threshold.max(), "SHADOW");
        submit("ann", "ACTIVE");
        String seen = latest().getUpdateId();
        takeBack("ben", "APPROVER", "请先回测");

        MockHttpServletResponse response = approve("cy", "ACTIVE", seen);

        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentAsString()).contains("他人已作出决定");
        assertThat(versions.updates()).hasSize(3);
    }

    @Test
    void aDraftGoesIntoTheShadow() throws Exception {
        edit("ann", threshold.max(), "DRAFT");

        MockHttpServletResponse response = send(post(MODEL + "/versions/2/shadow")
                .param("seen", latest().getUpdateId())
                .param("reason", "试运行")
                .with(user("ann").roles("ANALYST")));

        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(ModelVersion.stateOf(latest())).isEqualTo(ModelState.SHADOW);
    }

    @Test
    void aValueOutsideItsRangeIsRefusedWithTheRange() throws Exception {
        MockHttpServletResponse response = edit("ann", threshold.max() + 1, "DRAFT");

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains(threshold.name(), String.valueOf(threshold.max()));
        assertThat(versions.updates()).isEmpty();
    }

    @Test
    void anAnalystCannotActivateByTheEditForm() throws Exception {
        assertThat(edit("ann", threshold.max(), "ACTIVE").getStatus()).isEqualTo(400);
        assertThat(versions.updates()).isEmpty();
    }

    @Test
    void aReasonIsNeeded() throws Exception {
        MockHttpServletResponse response = send(post(MODEL + "/versions")
                .param("threshold", threshold.name())
                .param("value", String.valueOf(threshold.max()))
                .param("reason", " ")
                .param("state", "DRAFT")
                .with(user("ann").roles("ANALYST")));

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("请填写理由");
    }

    @Test
    void whatTheJobHasRefusedIsNoBaseForOthers() throws Exception {
        versions.refuse("the model reads a stream that does not exist");
        MockHttpServletResponse refused = edit("ann", threshold.max(), "SHADOW");
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("the model reads a stream that does not exist");

        edit("ann", threshold.min(), "SHADOW");

        assertThat(desk.history("medical-ads")).hasSize(1);
        assertThat(latest().getVersion()).isEqualTo(2);
    }

    @Test
    void whatPeopleTypeIsTextOnThePage() throws Exception {
        send(post(MODEL + "/versions")
                .param("threshold", threshold.name())
                .param("value", String.valueOf(threshold.max()))
                .param("reason", "<script>alert(1)</script>")
                .param("state", "DRAFT")
                .with(user("ann").roles("ANALYST")));

        assertThat(page("LEADER", MODEL + "/versions/2"))
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    private double inForce() {
        return desk.current("medical-ads")
                .orElseThrow()
                .threshold(threshold.name())
                .orElseThrow()
                .value();
    }

    private ModelUpdate latest() {
        return versions.updates().get(versions.updates().size() - 1);
    }

    private MockHttpServletResponse edit(String who, double value, String state) throws Exception {
        return send(post(MODEL + "/versions")
                .param("threshold", threshold.name())
                .param("value", String.valueOf(value))
                .param("reason", "误报过多")
                .param("state", state)
                .with(user(who).roles("ANALYST")));
    }

    private MockHttpServletResponse approve(String who, String state, String seen) throws Exception {
        return send(post(MODEL + "/versions/2/approval")
                .param("state", state)
                .param("seen", seen)
                .param("reason", "回测结果良好")
                .with(user(who).roles("APPROVER")));
    }

    private MockHttpServletResponse submit(String who, String state) throws Exception {
        return send(post(MODEL + "/versions/2/submission")
                .param("state", state)
                .param("seen", latest().getUpdateId())
                .param("reason", "影子运行够久了")
                .with(user(who).roles("ANALYST")));
    }

    private MockHttpServletResponse takeBack(String who, String role, String reason) throws Exception {
        return send(post(MODEL + "/versions/2/return")
                .param("seen", latest().getUpdateId())
                .param("reason", reason)
                .with(user(who).roles(role)));
    }

    private String page(String role, String path) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        get(path).with(user("someone").roles(role)))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response.getContentAsString();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response =
                mvc.perform(request.with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
