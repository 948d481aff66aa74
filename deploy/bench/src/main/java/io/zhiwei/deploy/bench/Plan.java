package io.zhiwei.deploy.bench;

import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.deploy.standalone.Refusal;
import java.nio.file.Path;

/**
 * What is to be measured, on what.
 *
 * @param home checkout with the built modules
 * @param folder folder of the run's data and logs
 * @param events events that are preloaded for the throughput
 * @param pairs rounds of floor and pipeline
 * @param warmUpSeconds longest time that a run may take to warm up
 * @param rate advertisements a second for the latency
 * @param latencySeconds seconds for which the latency is measured
 * @param violatingShare share of violating creatives
 */
public record Plan(
        Home home,
        Path folder,
        long events,
        int pairs,
        int warmUpSeconds,
        int rate,
        int latencySeconds,
        double violatingShare) {

    /** The model of advertisements. */
    public static final String MODEL = "medical-ads";

    /** Decides what the generator makes. */
    public static final long SEED = 20_261_125;

    private static final int FEWEST_PAIRS = 1;

    /** Refuses what cannot be measured. */
    public Plan {
        require(events > 0, "--events is " + events + ": give at least some millions");
        require(pairs >= FEWEST_PAIRS, "--pairs is " + pairs + ": give 3 or more");
        require(warmUpSeconds > 0, "--warm-up-seconds is " + warmUpSeconds + ": give 10 or more");
        require(rate > 0, "--rate is " + rate + ": give advertisements a second");
        require(latencySeconds > 0, "--latency-seconds is " + latencySeconds + ": give 10 or more");
        require(violatingShare >= 0 && violatingShare <= 1, "--violating is " + violatingShare + ": give 0 to 1");
    }

    /** Returns the folder of the log files. */
    public Path logs() {
        return folder.resolve("logs");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new Refusal(sentence);
        }
    }
}
