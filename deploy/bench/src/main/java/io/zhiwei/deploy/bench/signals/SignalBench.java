package io.zhiwei.deploy.bench.signals;

import io.zhiwei.models.measure.disproportionality.ranking.ReportCounter;
import io.zhiwei.models.measure.disproportionality.ranking.ReportCounts;
import io.zhiwei.models.measure.disproportionality.ranking.SignalTable;
import java.util.Random;

/** Measures a full re-evaluation over synthetic reports whose products and events are as unequal as real ones. */
public final class SignalBench {

    /** The goal of the adverse-reaction family is stated for as many. */
    public static final int PAIRS = 500_000;

    private static final int PRODUCTS = 20_000;
    private static final int EVENTS = 6_000;
    private static final int ROUNDS = 3;
    private static final double UNEQUAL = 2.5;

    private final long seed;

    /** Makes the bench. */
    public SignalBench(long seed) {
        this.seed = seed;
    }

    /** Counts reports until there are enough pairs, then measures them all, several times. */
    public SignalFigures run() {
        ReportCounts counts = counts();
        double fastest = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            SignalTable table = SignalTable.of(counts);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (table.pairs().size() != counts.pairs()) {
                throw new IllegalStateException("Not every pair was measured");
            }
            fastest = Math.min(fastest, seconds);
        }
        return new SignalFigures(counts.reports(), counts.pairs(), fastest, counts.pairs() / fastest);
    }

    /** Nearly every tenth naming is of a pair that is known already. */
    private ReportCounts counts() {
        Random random = new Random(seed);
        ReportCounter counter = new ReportCounter();
        int pairs = 0;
        for (int report = 0; pairs < PAIRS + PAIRS / 5; report++) {
            String id = "r" + report;
            int products = 1 + random.nextInt(2);
            int events = 1 + random.nextInt(3);
            for (int i = 0; i < products; i++) {
                counter.product(id, "P" + rank(random, PRODUCTS));
            }
            for (int i = 0; i < events; i++) {
                counter.event(id, "E" + rank(random, EVENTS));
            }
            pairs += products * events;
        }
        return counter.count();
    }

    private static int rank(Random random, int names) {
        return (int) (names * Math.pow(random.nextDouble(), UNEQUAL));
    }
}
