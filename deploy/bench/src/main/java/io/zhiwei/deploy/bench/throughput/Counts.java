package io.zhiwei.deploy.bench.throughput;

import java.util.concurrent.atomic.LongAdder;

/** What passes through the measured graph; its operators and the sampler share one JVM. */
final class Counts {

    /** Messages handed to the graph. Each is followed through the chained operators before the next one is. */
    static final LongAdder EVENTS = new LongAdder();

    /** Alert revisions that reached a counting sink. */
    static final LongAdder ALERTS = new LongAdder();

    /** Dead letters that reached a counting sink. */
    static final LongAdder DEAD_LETTERS = new LongAdder();

    private Counts() {}
}
