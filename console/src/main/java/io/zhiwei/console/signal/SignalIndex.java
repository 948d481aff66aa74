package io.zhiwei.console.signal;

import java.util.List;

/**
 * Where pairs are searched. Every method throws {@link io.zhiwei.console.alert.AlertIndex.UnavailableException} while it cannot be
 * reached.
 */
public interface SignalIndex {

    /**
     * Returns the latest measures of the pairs that were measured last, those with the highest lower bound of the information
     * component first.
     */
    List<SignalView> list(SignalQuery query);

    /** Returns the populations in which pairs were measured, whole ones and groups of patients first, then those of one product. */
    List<String> populations();

    /** Returns the measures of one pair, the latest first. */
    List<SignalView> trend(String population, String product, String event);
}
