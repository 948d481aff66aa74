package io.zhiwei.models.measure.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * By when a report was due, in calendar days from when the first person of the organisation knew. Drugs: decree 81 article
 * 21; devices: decree 1 of 2019; cosmetics: announcement 16 of 2022. A death by a drug is due at once, for which a day is
 * allowed here.
 */
public final class ReportingClock {

    private ReportingClock() {}

    /** What decides the limit, the strictest that applies. */
    public enum Urgency {
        /** The patient died. */
        DEATH,
        /** Serious; of a device also a harm that could have been. */
        SERIOUS,
        /** Not serious, but not named in the insert. */
        NEW,
        /** Neither. */
        OTHER
    }

    /**
     * Returns how long the organisation has; empty where the law sets no limit.
     *
     * @param wide whether a cosmetic may be of wide social impact (可能引发较大社会影响)
     */
    public static Optional<Duration> limit(Regime regime, Urgency urgency, boolean wide) {
        return switch (regime) {
            case DRUG ->
                Optional.of(Duration.ofDays(
                        switch (urgency) {
                            case DEATH -> 1;
                            case SERIOUS, NEW -> 15;
                            case OTHER -> 30;
                        }));
            case DEVICE ->
                switch (urgency) {
                    case DEATH -> Optional.of(Duration.ofDays(7));
                    case SERIOUS -> Optional.of(Duration.ofDays(20));
                    case NEW, OTHER -> Optional.empty();
                };
            case COSMETIC ->
                Optional.of(Duration.ofDays(
                        wide
                                ? 3
                                : switch (urgency) {
                                    case DEATH, SERIOUS -> 15;
                                    case NEW, OTHER -> 30;
                                }));
            case VACCINE -> Optional.empty();
        };
    }

    /** Returns whether a report came after it was due. */
    public static boolean isLate(Instant known, Instant submitted, Duration limit) {
        return submitted.isAfter(known.plus(limit));
    }
}
