package io.zhiwei.models.keyed;

import io.zhiwei.models.assessment.Findings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one event, or of one registry record, at an entity.
 *
 * @param feed place of its feed in the rule
 * @param id identifier of the event at its source
 * @param time event time, milliseconds; of a registry record, since when it holds
 * @param until until when a registry record holds, exclusive; {@link Long#MAX_VALUE} for an event
 * @param version of two records with one identifier the greater counts
 * @param numbers values and flags in the order of the feed; NaN where unknown, flags 1 or 0
 * @param texts members in the order of the feed; empty where unknown
 * @param fingerprint fingerprint of what the event says; 0 where texts do not matter
 * @param corrects identifier of the event that this one takes back; empty where it takes back none
 * @param count events that it stands for; 0 where it was taken back
 * @param fired value under which it fires as far as is known; NaN where it does not
 * @param carrier the event, whose subject receives what the visit finds; null where it is not judged
 */
public record Entry(
        int feed,
        String id,
        long time,
        long until,
        long version,
        double[] numbers,
        String[] texts,
        long fingerprint,
        String corrects,
        int count,
        double fired,
        @Nullable Carrier carrier) {

    /** Returns whether both are about the same event or record, and both tell it or both take it back. */
    boolean isSame(Entry other) {
        // Identifiers of one source are alike but for their end; a text keeps its hash.
        return feed == other.feed
                && id.hashCode() == other.id.hashCode()
                && id.equals(other.id)
                && corrects.equals(other.corrects);
    }

    /** Returns whether it says what another one of the same event says. */
    boolean bringsTheSame(Entry other) {
        return version == other.version
                && fingerprint == other.fingerprint
                && java.util.Arrays.equals(numbers, other.numbers)
                && java.util.Arrays.equals(texts, other.texts)
                && java.util.Objects.equals(carrier, other.carrier);
    }

    /** Returns whether they come from one feed and differ in nothing but time and identifier. */
    boolean isEqualIn(Entry other) {
        return feed == other.feed
                && !isTakenBack()
                && !other.isTakenBack()
                && java.util.Arrays.equals(numbers, other.numbers)
                && java.util.Arrays.equals(texts, other.texts)
                && isAboutTheSame(other);
    }

    private boolean isAboutTheSame(Entry other) {
        return subject().equals(other.subject());
    }

    /** Returns the same standing for so many events. */
    Entry standingFor(int events) {
        return new Entry(feed, id, time, until, version, numbers, texts, fingerprint, corrects, events, fired, carrier);
    }

    /** Returns the same, taken back: it is known, and counts no more. */
    Entry takenBack() {
        return standingFor(0).judged(Double.NaN);
    }

    boolean isTakenBack() {
        return count == 0;
    }

    /** Returns the same with another verdict. */
    Entry judged(double value) {
        return new Entry(feed, id, time, until, version, numbers, texts, fingerprint, corrects, count, value, carrier);
    }

    boolean fires() {
        return !Double.isNaN(fired);
    }

    /** Returns kind and identifier of whom it is about, empty where it is not judged. */
    String subject() {
        Carrier event = carrier;
        return event == null ? "" : event.subject();
    }

    /** Returns the event itself, which is judged. */
    Findings event() {
        return Objects.requireNonNull(carrier, "only what is judged has a carrier")
                .findings(id, time);
    }

    static int inOrder(Entry a, Entry b) {
        int byTime = Long.compare(a.time, b.time);
        return byTime != 0 ? byTime : a.id.compareTo(b.id);
    }
}
