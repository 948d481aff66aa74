package io.zhiwei.models.measure.disproportionality.counting;

import java.util.List;
import java.util.TreeSet;

/**
 * A report's place among those that it is compared with.
 *
 * @param population the reports that are compared; see {@link Populations}
 * @param products products that it counts for there, each once, ascending
 */
public record Layer(String population, List<String> products) {

    /** Orders names and drops repetitions. */
    public Layer {
        products = List.copyOf(new TreeSet<>(products));
    }
}
