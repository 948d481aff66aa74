package io.zhiwei.models.screening;

import io.zhiwei.models.assessment.Digest;
import io.zhiwei.models.assessment.EventRef;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.Model;
import io.zhiwei.models.keyed.Carrier;
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
 * @param model the model
 * @param indicator the indicator
 * @param keeps the indicator with the layout of what it keeps
 * @param place place of the feed in the indicator's rule
 * @param feed the feed
 * @param when conditions of the visit
 * @param exempt look-alikes that keep its events away: they leave nothing of the indicator's weight
 * @param entity parts of the entity's key
 * @param each part of the key that lists entities, each of which is visited; null where there is none
 * @param numbers values and flags
 * @param members texts
 * @param corrects identifier of the event that is taken back; null where none is
 * @param version number of the event's version; null where events have none
 */
record FeedReading(
        Model model,
        Indicator indicator,
        String keeps,
        int place,
        Feed feed,
        List<Expression> when,
        List<Expression> exempt,
        List<KeyPart> entity,
        @Nullable Each each,
        List<Expression> numbers,
        List<KeyPart> members,
        @Nullable KeyPart corrects,
        @Nullable Expression version) {

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

    /** Returns whether the event concerns the feed. */
    boolean concerns(Facts facts) {
        for (Expression condition : when) {
            if (!condition.holds(facts)) {
                return false;
            }
        }
        for (Expression lookAlike : exempt) {
            if (lookAlike.holds(facts)) {
                return false;
            }
        }
        return true;
    }

    /** Adds the visits of an event that concerns the feed, none where its entity is not known; the carrier is the event, null where it is not judged. */
    void addVisits(
            IndexedRecord event,
            NormalText text,
            Facts facts,
            EventRef ref,
            @Nullable Carrier carrier,
            List<Visit> visits) {
        String[] key = new String[entity.size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = entity.get(i).of(event, text, facts);
            if (key[i].isEmpty()) {
                return;
            }
        }
        long fingerprint = feed.near() == 0 ? 0 : Fingerprint.simhash(text.text());
        Entry entry = entry(event, text, facts, ref, carrier, fingerprint);
        if (saysNothing(entry)) {
            return;
        }
        if (each != null) {
            for (String member : each.of(facts)) {
                key[each.place] = member;
                visits.add(visit(Digest.hex(key), entry));
            }
            return;
        }
        if (feed.near() == 0) {
            visits.add(visit(Digest.hex(key), entry));
            return;
        }
        for (int band = 0; band < BANDS; band++) {
            long bits = fingerprint >>> band * BAND_BITS & (1L << BAND_BITS) - 1;
            visits.add(visit(band + ":" + Long.toHexString(bits), entry));
        }
    }

    private Visit visit(String entityKey, Entry entry) {
        return new Visit(model.id(), model.version(), keeps, entityKey, entry);
    }

    /** What brings only members and knows none of them changes nothing. */
    private boolean saysNothing(Entry entry) {
        return numbers.isEmpty()
                && !members.isEmpty()
                && java.util.Arrays.stream(entry.texts()).allMatch(String::isEmpty);
    }

    private Entry entry(
            IndexedRecord event,
            NormalText text,
            Facts facts,
            EventRef ref,
            @Nullable Carrier carrier,
            long fingerprint) {
        return new Entry(
                place,
                ref.eventId(),
                ref.time().toEpochMilli(),
                Long.MAX_VALUE,
                version == null ? 0 : (long) asNumber(version.value(facts)),
                numbers(facts),
                members(event, text, facts),
                fingerprint,
                corrects == null ? "" : corrects.of(event, text, facts),
                1,
                Double.NaN,
                carrier);
    }

    private double[] numbers(Facts facts) {
        double[] values = new double[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = asNumber(numbers.get(i).value(facts));
        }
        return values;
    }

    private String[] members(IndexedRecord event, NormalText text, Facts facts) {
        String[] texts = new String[members.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = members.get(i).of(event, text, facts);
        }
        return texts;
    }

    static double asNumber(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof Boolean flag ? (flag ? 1 : 0) : Double.NaN;
    }
}
