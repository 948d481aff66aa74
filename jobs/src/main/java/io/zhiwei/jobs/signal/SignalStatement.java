package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.counting.Populations;
import io.zhiwei.schemas.Signal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a signal says to people: its table, the expected count, its measures with their intervals. */
final class SignalStatement {

    private SignalStatement() {}

    static String of(Signal signal) {
        long a = signal.getN();
        long b = signal.getProductReports() - a;
        long c = signal.getEventReports() - a;
        long d = signal.getReports() - a - b - c;
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s – %s: a=%d b=%d c=%d d=%d; 期望 expected %.2f; IC %.2f [%.2f, %.2f]",
                signal.getProduct(),
                signal.getEvent(),
                a,
                b,
                c,
                d,
                signal.getExpected(),
                signal.getIc(),
                signal.getIc025(),
                signal.getIc975()));
        add(text, "PRR", signal.getPrr(), signal.getPrr025(), signal.getPrr975());
        add(text, "ROR", signal.getRor(), signal.getRor025(), signal.getRor975());
        text.append(String.format(
                Locale.ROOT, "; EBGM %.2f [%.2f, %.2f]", signal.getEbgm(), signal.getEb05(), signal.getEb95()));
        if (signal.getAdjustedExpected() != null) {
            text.append(String.format(
                    Locale.ROOT,
                    Populations.isTogether(signal.getPopulation())
                            ? "; 风险相加期望 by added risks %.2f, Ω025 %.2f"
                            : "; 分层期望 stratified %.2f, IC025 %.2f",
                    signal.getAdjustedExpected(),
                    signal.getAdjustedIc025()));
        }
        if (signal.getTrendExpected() != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "; 近90天 in 90 days %d, 期望 expected %.2f, IC025 %.2f",
                    signal.getTrendRecent(),
                    signal.getTrendExpected(),
                    signal.getTrendIc025()));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "; 严重 serious %d, 死亡 fatal %d, 说明书未载 unlisted %d",
                        signal.getSerious(),
                        signal.getFatal(),
                        signal.getUnlisted()))
                .toString();
    }

    private static void add(
            StringBuilder text, String name, @Nullable Double value, @Nullable Double low, @Nullable Double high) {
        if (value != null && low != null && high != null) {
            text.append(String.format(Locale.ROOT, "; %s %.2f [%.2f, %.2f]", name, value, low, high));
        }
    }
}
