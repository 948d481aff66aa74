package io.zhiwei.console.signal;

import org.jspecify.annotations.Nullable;

/**
 * What a list of pairs is filtered by; null means any.
 *
 * @param population reports that are compared with each other, e.g. DRUG
 * @param product generic name of the product, as it stands
 * @param event preferred term of the event, as it stands
 * @param criterion criterion that the pair meets: EVANS, ROR, IC or EBGM
 */
public record SignalQuery(
        @Nullable String population,
        @Nullable String product,
        @Nullable String event,
        @Nullable String criterion) {

    /** Turns blanks into null. */
    public SignalQuery {
        population = orNull(population);
        product = orNull(product);
        event = orNull(event);
        criterion = orNull(criterion);
    }

    private static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
