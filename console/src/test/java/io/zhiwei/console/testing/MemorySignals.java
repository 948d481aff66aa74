package io.zhiwei.console.testing;

import io.zhiwei.console.signal.SignalIndex;
import io.zhiwei.console.signal.SignalQuery;
import io.zhiwei.console.signal.SignalView;
import java.time.Instant;
import java.util.List;

/** One pair, measured twice. */
public final class MemorySignals implements SignalIndex {

    private static final List<SignalView> ALL = List.of(
            signal("2026-03-03T00:00:00Z", 12, 2.1, List.of("ROR", "IC")),
            signal("2026-03-02T00:00:00Z", 9, -0.4, List.of()));

    private static SignalView signal(String epoch, long n, double ic025, List<String> criteria) {
        return new SignalView(
                "DRUG",
                "<b>清热注射液</b>",
                "过敏性休克",
                Instant.parse(epoch),
                n,
                1.5,
                null,
                null,
                null,
                8.25,
                4.5,
                15.1,
                2.9,
                ic025,
                3.6,
                6.5,
                3.9,
                10.2,
                criteria);
    }

    @Override
    public List<SignalView> list(SignalQuery query) {
        return ALL.subList(0, 1);
    }

    @Override
    public List<String> populations() {
        return List.of("DRUG", "DRUG&", "DRUG:CHILD", "OTHER", "DRUG/<b>清热注射液</b>");
    }

    @Override
    public List<SignalView> trend(String population, String product, String event) {
        return ALL.stream().filter(one -> one.event().equals(event)).toList();
    }
}
