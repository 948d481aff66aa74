package io.zhiwei.console.testing;

import io.zhiwei.console.alert.AlertView;
import io.zhiwei.console.alert.FindingView;
import java.time.Instant;
import java.util.List;

/** Alerts as the pipeline writes them. */
public final class SampleAlerts {

    /** When they were raised. */
    public static final Instant TIME = Instant.parse("2026-03-02T04:05:06Z");

    private SampleAlerts() {}

    /** Returns an alert of the medical advertising model. */
    public static AlertView alert(String id) {
        return alert(id, "东湖大药房", "祖传秘方，根治糖尿病");
    }

    /** Returns an alert that somebody leads. */
    public static AlertView ledBy(String id, String agency) {
        return alert(id, "东湖大药房", "祖传秘方，根治糖尿病", agency, List.of());
    }

    /** Returns an alert that was handed on. */
    public static AlertView transferred(String id, String... agencies) {
        return alert(id, "东湖大药房", "祖传秘方，根治糖尿病", "鄂州市市场监督管理局", List.of(agencies));
    }

    /** Returns an alert whose subject and advertisement say what is given. */
    public static AlertView alert(String id, String subject, String text) {
        return alert(id, subject, text, "鄂州市市场监督管理局", List.of());
    }

    private static AlertView alert(String id, String subject, String text, String agency, List<String> transferredTo) {
        return new AlertView(
                id,
                7,
                new AlertView.ModelName("medical-ads", 3, "虚假医疗广告", "Fake medical advertising"),
                new AlertView.Subject("advertiser", "subject-of-" + id, subject),
                "ORANGE",
                3,
                80,
                false,
                "OPEN",
                TIME,
                TIME,
                TIME,
                TIME.plusSeconds(86_400),
                new AlertView.Region("420704", null, "鄂城区"),
                new AlertView.Location(30.39669, 114.890012),
                agency,
                transferredTo,
                List.of("cure-claim"),
                true,
                1,
                List.of(),
                null,
                List.of(),
                List.of(
                        finding("AD-01", 60, evidence(text)),
                        finding("AD-02", 50, evidence("三个疗程见效")),
                        finding("AD-03", 10)),
                List.of(),
                List.of(new AlertView.Particular("text", text)),
                2,
                1,
                List.of(
                        new AlertView.Step(TIME, "YELLOW", 60, "OPEN", 3, 1),
                        new AlertView.Step(TIME.plusSeconds(60), "ORANGE", 80, "OPEN", 3, 2)));
    }

    private static FindingView finding(String indicator, double weight, FindingView.Evidence... evidence) {
        return new FindingView(
                indicator,
                "断言治愈",
                "lexicon",
                2,
                1,
                "处",
                weight,
                1,
                3,
                List.of("《广告法》第十六条第一款第（一）项", "《广告法》第16(1)(1)条"),
                List.of(evidence));
    }

    private static FindingView.Evidence evidence(String text) {
        return new FindingView.Evidence(
                "ad-1",
                "advertisements",
                TIME,
                "text",
                text,
                List.of(new FindingView.Span(1, Math.min(4, text.length()))),
                "根治");
    }
}
