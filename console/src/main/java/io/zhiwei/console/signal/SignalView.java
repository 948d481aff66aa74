package io.zhiwei.console.signal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.zhiwei.models.measure.disproportionality.counting.Populations;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The measures of a pair at the end of an epoch. Fields are those of the contract {@code Signal}; a reason to look, no proof. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SignalView(
        String population,
        String product,
        String event,
        Instant epoch,
        long n,
        double expected,
        @Nullable Double prr,
        @Nullable Double prr025,
        @Nullable Double prr975,
        @Nullable Double ror,
        @Nullable Double ror025,
        @Nullable Double ror975,
        double ic,
        double ic025,
        double ic975,
        double ebgm,
        double eb05,
        double eb95,
        List<String> criteria) {

    /** Fills in a list that a document does not carry. */
    public SignalView {
        criteria = criteria == null ? List.of() : List.copyOf(criteria);
    }

    /** Returns the product for the reader: two that were reported together with a plus between them. */
    public String productName() {
        return String.join(" + ", Populations.parts(product));
    }

    /** Returns what names the pair among those of other epochs. */
    List<String> pair() {
        return List.of(population, product, event);
    }

    /** Returns the interval of the information component as it is drawn. */
    public ForestBar bar() {
        return ForestBar.of(ic025, ic, ic975);
    }
}
