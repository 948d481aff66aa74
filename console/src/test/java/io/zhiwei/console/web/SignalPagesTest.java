package io.zhiwei.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.zhiwei.console.testing.PageTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@PageTest
class SignalPagesTest {

    @Autowired
    private MockMvc mvc;

    @Test
    void showsThePairWithItsMeasuresAndIntervals() throws Exception {
        String html = answer("/signals").getContentAsString();

        assertThat(html)
                .contains("过敏性休克", "12", "8.25 [4.50, 15.10]", "2.90 [2.10, 3.60]", "ROR IC")
                .as("a measure that is missing is said to be")
                .contains("–")
                .as("-4 to 8 over 240: zero at 80, 2.1 at 122, 3.6 at 152")
                .contains("x1=\"80\"", "x1=\"122\"", "x2=\"152\"")
                .contains("&lt;b&gt;清热注射液")
                .doesNotContain("<b>清热")
                .doesNotContain("??");
        assertThat(answer("/signals?lang=en").getContentAsString())
                .contains("Adverse reaction signals")
                .doesNotContain("??");
    }

    @Test
    void thePopulationsThatExistCanBeChosenInBothLanguages() throws Exception {
        assertThat(answer("/signals?population=DRUG:CHILD").getContentAsString())
                .contains(
                        ">药品</option>",
                        ">药品：合并用药</option>",
                        "<option value=\"DRUG:CHILD\" selected=\"selected\">药品：儿童</option>",
                        "药品：&lt;b&gt;清热注射液&lt;/b&gt;（按厂家或型号比较）</option>")
                .as("what has no word is called as the index calls it")
                .contains(">OTHER</option>");
        assertThat(answer("/signals?lang=en").getContentAsString())
                .contains(">Drugs</option>", ">Drugs: children</option>", ">Drugs: two products together</option>");
    }

    @Test
    void showsAPairOverTime() throws Exception {
        String html =
                answer("/signals/pair?population=DRUG&product=x&event=过敏性休克").getContentAsString();

        assertThat(html).contains("2026-03-03 08:00", "2026-03-02 08:00", "-0.40");
    }

    @Test
    void aPairThatWasNeverMeasuredIsNotFound() throws Exception {
        assertThat(answer("/signals/pair?population=DRUG&product=x&event=none").getStatus())
                .isEqualTo(404);
        assertThat(answer("/signals/pair").getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        get(path).with(user("someone").roles("LEADER")))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
