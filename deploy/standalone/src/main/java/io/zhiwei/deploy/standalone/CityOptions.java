package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.Plan;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which city is drawn. */
final class CityOptions {

    @Option(names = "--days", paramLabel = "N", required = true, description = "Number of days. 天数")
    private int days;

    @Option(
            names = "--seed",
            paramLabel = "S",
            required = true,
            description = "Whole number; the same one gives the same city. 随机种子")
    private long seed;

    @Option(
            names = "--scale",
            paramLabel = "X",
            defaultValue = "1",
            description = "Share of the full city's shops; 1 is 450 pharmacies (default: ${DEFAULT-VALUE}). 规模")
    private double scale;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            description = "First day, e.g. 2026-03-02 (default: so that the last day is yesterday). 起始日期")
    private @Nullable LocalDate start;

    Plan plan() {
        LocalDate first =
                start == null ? LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(days) : start;
        try {
            return new Plan(days, seed, scale, first);
        } catch (IllegalArgumentException e) {
            throw new Refusal("--" + e.getMessage(), e);
        }
    }
}
