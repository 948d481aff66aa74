package io.zhiwei.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.zhiwei.console.testing.MemoryAlerts;
import io.zhiwei.console.testing.MemoryAudit;
import io.zhiwei.console.testing.PageTest;
import io.zhiwei.console.testing.SampleAlerts;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The report of a week or a month, as a page and in print. */
@PageTest
class ReportPagesTest {

    private static final String MARCH = "kind=MONTH&day=2026-03-02";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MemoryAlerts alerts;

    @Autowired
    private MemoryAudit audit;

    @BeforeEach
    void fill() {
        alerts.hold(SampleAlerts.alert("a1"), SampleAlerts.alert("a2", "鑫淼龘诊所", "包治百病"));
        audit.clear();
    }

    @Test
    void thePageTellsWhatWasWarnedOfAndWhatBecameOfIt() throws Exception {
        String html = answer("/report?" + MARCH).getContentAsString();

        assertThat(html)
                .contains("月报 2026-03-01 – 2026-03-31", "本期产生预警 2 条，上期 4 条，环比 -50%", "鑫淼龘诊所", "临空经济区")
                .contains("已研判 4 条，其中属实（确认或移送）3 条，准确率 75.0%（95% 置信区间 30.1% 至 95.4%）")
                .contains("/report?kind=MONTH&amp;day=2026-02-01", "/report?kind=MONTH&amp;day=2026-04-01")
                .doesNotContain("??");
        assertThat(answer("/report?lang=en&" + MARCH).getContentAsString())
                .contains("Fake medical advertising", "precision 75.0%")
                .doesNotContain("??");
    }

    @Test
    void thePrintHoldsTheSameWordsAndCanBeCopied() throws Exception {
        String text = text(answer("/report/pdf?" + MARCH).getContentAsByteArray());

        assertThat(text)
                .contains("风险预警月报", "2026-03-01 – 2026-03-31", "本期产生预警 2 条，上期 4 条，环比 -50%")
                .contains("虚假医疗广告", "鄂城区", "临空经济区", "鄂州市市场监督管理局", "东湖大药房", "鑫淼龘诊所", "已确认", "预警是线索，不是结论")
                .doesNotContain("??", "#");
        assertThat(text(answer("/report/pdf?lang=en&" + MARCH).getContentAsByteArray()))
                .contains("Monthly risk report", "Fake and illegal medical advertising", "东湖大药房");
    }

    @Test
    void thePrintEmbedsItsFont() throws Exception {
        List<Boolean> embedded = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(answer("/report/pdf?" + MARCH).getContentAsByteArray())) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    embedded.add(font.isEmbedded());
                }
            }
        }

        assertThat(embedded).isNotEmpty().containsOnly(true);
    }

    @Test
    void theSameAlertsGiveTheSameBytesAndAnotherAlertGivesOthers() throws Exception {
        byte[] first = answer("/report/pdf?" + MARCH).getContentAsByteArray();
        byte[] second = answer("/report/pdf?" + MARCH).getContentAsByteArray();
        alerts.hold(SampleAlerts.alert("a1"));
        byte[] other = answer("/report/pdf?" + MARCH).getContentAsByteArray();

        assertThat(second).isEqualTo(first);
        assertThat(fingerprint(text(other))).isNotEqualTo(fingerprint(text(first)));
    }

    @Test
    void whatIsNoMarkupInANameIsPrintedAsText() throws Exception {
        String attack = "</style><img src=\"file:///etc/hostname\"/>\u0000\u000b&nbsp;<script>1</script>";
        alerts.hold(SampleAlerts.alert("a1", attack, attack));

        String text = text(answer("/report/pdf?" + MARCH).getContentAsByteArray());

        assertThat(text.replaceAll("\\s", "")).contains("<imgsrc=\"file:///etc/hostname\"/>〓〓&nbsp;<script>1</script>");
    }

    @Test
    void whoTookAReportAwayIsWrittenDown() throws Exception {
        answer("/report/pdf?" + MARCH);

        assertThat(audit.lines())
                .containsExactly(new MemoryAudit.Line("someone", "GET /report/pdf", "", "day=2026-03-02; kind=MONTH"));
    }

    @Test
    void aDayThatIsNoneIsRefused() throws Exception {
        assertThat(answer("/report?day=yesterday").getStatus()).isEqualTo(400);
        assertThat(answer("/report/pdf?kind=CENTURY").getStatus()).isEqualTo(400);
    }

    private static String fingerprint(String text) {
        return text.replaceAll("(?s).*数据指纹 ([0-9a-f]{16}).*", "$1");
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
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
