package io.zhiwei.models.measure.disproportionality.ranking;

/** Product, event and report in one number, in this order, so that sorted numbers lie by product and event. */
final class Triple {

    /** Products or events at most. */
    static final int MOST_NAMES = 1 << 20;

    /** Reports at most. */
    static final int MOST_REPORTS = 1 << 23;

    private static final int REPORT_BITS = 23;
    private static final int NAME_BITS = 20;

    private Triple() {}

    static long of(int product, int event, int report) {
        return ((long) product << NAME_BITS | event) << REPORT_BITS | report;
    }

    static long pair(long triple) {
        return triple >>> REPORT_BITS;
    }

    static int product(long triple) {
        return (int) (triple >>> REPORT_BITS + NAME_BITS);
    }

    static int event(long triple) {
        return (int) (triple >>> REPORT_BITS) & MOST_NAMES - 1;
    }

    static int report(long triple) {
        return (int) triple & MOST_REPORTS - 1;
    }
}
