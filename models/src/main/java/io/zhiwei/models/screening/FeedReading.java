package io.zhiwei.models.screening;

import io.zhiwei.models.assessment.Digest;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.keyed.Entry;
import io.zhiwei.models.keyed.Visit;
import io.zhiwei.models.measure.expression.Expression;
import io.zhiwei.models.measure.expression.Facts;
import io.zhiwei.models.measure.expression.Vocabulary;
import io.zhiwei.models.text.NormalText;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads from an event what it brings to the entities of one feed.
 *
 * @param modelId the model
 * @param indicator the indicator
 * @param place place of the feed in the indicator's rule
 * @param feed the feed
 * @param when condition of the visit
 * @param entity parts of the entity's key
 * @param each part of the key that lists entities, each of which is visited; null where there is none
 * @param numbers values and flags
 * @param members texts
 * @param corrects identifier of the event that is taken back; null where none is
 */
record FeedReading(
        String modelId,
        Indicator indicator,
        int place,
        Feed feed,
        List<Expression> when,
        List<KeyPart> entity,
        @Nullable Each each,
        List<Expression> numbers,
        List<KeyPart> members,
        @Nullable KeyPart corrects) {

    /** A part of the key that is a list. */
    record Each(int place, Vocabulary.Word word) {

        Set<String> of(Facts facts) {
            Set<String> members = new TreeSet<>();
            if (facts.get(word) instanceof Collection<?> list) {
                list.forEach(member -> members.add(member.toString()));
            }
            return members;
        }
    }

    /** Equal bits are looked for in four bands: two fingerprints that differ in at most three bits share a band. */
    private static final int BANDS = 4;

    private static final int BAND_BITS = 16;

    /** Adds the visits of an event, none where it does not concern the feed or its entity is not known. */
    void addVisits(IndexedRecord event, NormalText text, Facts facts, Findings carrier, List<Visit> visits) {
        if (!when.stream().allMatch(condition -> condition.holds(facts))) {
            return;
        }
        String[] key = entity.stream().map(part -> part.of(event, text, facts)).toArray(String[]::new);
        for (String part : key) {
            if (part.isEmpty()) {
                return;
            }
        }
        long fingerprint = feed.near() == 0 ? 0 : Fingerprint.simhash(text.text());
        Entry entry = entry(event, text, facts, carrier, fingerprint);
        if (saysNothing(entry)) {
            return;
        }
        if (each != null) {
            for (String member : each.of(facts)) {
                key[each.place] = member;
                visits.add(new Visit(modelId, indicator.id(), Digest.hex(key), entry));
            }
            return;
        }
        if (feed.near() == 0) {
            visits.add(new Visit(modelId, indicator.id(), Digest.hex(key), entry));
            return;
        }
        for (int band = 0; band < BANDS; band++) {
            long bits = fingerprint >>> band * BAND_BITS & (1L << BAND_BITS) - 1;
            visits.add(new Visit(modelId, indicator.id(), band + ":" + Long.toHexString(bits), entry));
        }
    }

    /** What brings only members and knows none of them changes nothing. */
    private boolean saysNothing(Entry entry) {
        return numbers.isEmpty()
                && !members.isEmpty()
                && java.util.Arrays.stream(entry.texts()).allMatch(String::isEmpty);
    }

    private Entry entry(IndexedRecord event, NormalText text, Facts facts, Findings carrier, long fingerprint) {
        return new Entry(
                place,
                carrier.event().eventId(),
                carrier.event().time().toEpochMilli(),
                Long.MAX_VALUE,
                0,
                numbers.stream()
                        .mapToDouble(number -> asNumber(number.value(facts)))
                        .toArray(),
                members.stream().map(member -> member.of(event, text, facts)).toArray(String[]::new),
                fingerprint,
                corrects == null ? "" : corrects.of(event, text, facts),
                1,
                Double.NaN,
                feed.joins() ? null : carrier);
    }

    static double asNumber(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof Boolean flag ? (flag ? 1 : 0) : Double.NaN;
    }
}
