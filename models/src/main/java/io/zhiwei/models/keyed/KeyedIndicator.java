package io.zhiwei.models.keyed;

import io.zhiwei.models.assessment.Evidence;
import io.zhiwei.models.assessment.Finding;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Sign;
import io.zhiwei.models.assessment.Standing;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.KeyedRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An indicator that judges events by what else happened at their entity. After every visit it judges again those events
 * that the visit may concern, and tells what the entity has to say about each subject and episode whenever that changes. Not
 * thread-safe.
 */
public final class KeyedIndicator {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int PANES = 8;

    private final String modelId;
    private final Indicator indicator;
    private final KeyedRule rule;
    private final Judgement judgement;
    private final LongUnaryOperator episode;
    private final long episodeLength;
    private final long lateBound;
    private final long paneDays;

    /**
     * Compiles an indicator.
     *
     * @param modelId its model
     * @param indicator the indicator
     * @param judgement its compiled conditions
     * @param episode start of the episode to which an event time belongs, both in milliseconds
     * @param episodeLength length of an episode, milliseconds
     * @param lateBound how much longer than its feeds say an event is kept, milliseconds
     */
    public KeyedIndicator(
            String modelId,
            Indicator indicator,
            Judgement judgement,
            LongUnaryOperator episode,
            long episodeLength,
            long lateBound) {
        this.modelId = modelId;
        this.indicator = indicator;
        this.rule = Objects.requireNonNull(indicator.keyed(), indicator.id());
        this.judgement = judgement;
        this.episode = episode;
        this.episodeLength = episodeLength;
        this.lateBound = lateBound;
        this.paneDays = Math.max(1, (rule.reach().toMillis() + PANES * DAY - 1) / (PANES * DAY));
    }

    /** Returns where its visits go, for every entity the same beginning. */
    public String place() {
        return modelId + "|" + indicator.id();
    }

    /** Takes in a visit and tells what has changed. */
    public void receive(Visit visit, EntityState state, Consumer<Findings> out) {
        Entry entry = visit.entry();
        long number = paneNumber(entry);
        Pane before = state.pane(number);
        Pane known = before == null ? Pane.empty() : before;
        Pane after = known.with(entry, feed(entry).daily());
        if (after == known) {
            return;
        }
        state.put(number, after);
        if (!staysForever(entry)) {
            state.wakeAt(forgottenAt(entry));
        }
        Entries entries = new Entries(state);
        Entry touched = entry.corrects().isEmpty() ? entry : entries.corrected(entry);
        if (touched != null) {
            judge(touched.time(), reachFrom(touched), reachTo(touched), entries, visit.entity(), state, out);
        }
    }

    /** Forgets what no event within the late bound can see, and judges what was held until now. */
    public void wake(String entity, EntityState state, Consumer<Findings> out) {
        long now = state.watermark();
        forget(now, state);
        if (!rule.hold().isZero()) {
            long held = now - rule.hold().toMillis();
            judge(held, held - DAY, held, new Entries(state), entity, state, out);
        }
        wakeAgain(state);
    }

    /** What fires is kept longer than it was when it came. */
    private void wakeAgain(EntityState state) {
        long next = Long.MAX_VALUE;
        for (long number : state.panes()) {
            Pane pane = state.pane(number);
            for (Entry entry : pane == null ? List.<Entry>of() : pane.entries()) {
                next = staysForever(entry) ? next : Math.min(next, expiry(entry));
            }
        }
        for (String place : state.places()) {
            Told told = state.told(place);
            next = told == null ? next : Math.min(next, over(told.start()));
        }
        if (next != Long.MAX_VALUE) {
            state.wakeAt(forgottenAt(next));
        }
    }

    /** Judges again all that the entity keeps, because a kind of registry record is complete by now. */
    public void reconsider(String entity, EntityState state, Consumer<Findings> out) {
        judge(Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, new Entries(state), entity, state, out);
    }

    /** Returns whether it joins registry records of a kind. */
    public boolean joins(String kind) {
        return rule.feeds().stream().anyMatch(feed -> kind.equals(feed.registry()));
    }

    private void forget(long now, EntityState state) {
        for (long number : List.copyOf(state.panes())) {
            Pane pane = state.pane(number);
            if (pane != null) {
                Pane left = left(pane, now);
                if (left.isEmpty()) {
                    state.remove(number);
                } else if (left != pane) {
                    state.put(number, left);
                }
            }
        }
        for (String place : List.copyOf(state.places())) {
            Told told = state.told(place);
            if (told != null && over(told.start()) <= now) {
                state.untell(place);
            }
        }
    }

    private Pane left(Pane pane, long now) {
        List<Entry> left = pane.entries().stream()
                .filter(entry -> staysForever(entry) || expiry(entry) > now)
                .toList();
        List<Pane.Rest> rest = pane.rest().stream()
                .filter(one -> one.latest() + keep(rule.feeds().get(one.feed())) > now)
                .toList();
        boolean same = left.size() == pane.entries().size()
                && rest.size() == pane.rest().size();
        return same ? pane : new Pane(left, rest);
    }

    private boolean staysForever(Entry entry) {
        return feed(entry).registry() != null;
    }

    /** What fires stays as long as its episode can change: the next thing that the entity says repeats it. */
    private long expiry(Entry entry) {
        long seen = entry.time() + keep(feed(entry));
        return entry.fires() ? Math.max(seen, over(episode.applyAsLong(entry.time()))) : seen;
    }

    /** Once for all events of a day: an entity wakes rarely. */
    private static long forgottenAt(long expiry) {
        return Days.start(Days.of(expiry) + 1);
    }

    private long forgottenAt(Entry entry) {
        return forgottenAt(expiry(entry));
    }

    /** When no event within the late bound can belong to the episode that starts there any more. */
    private long over(long start) {
        return start + episodeLength + lateBound;
    }

    /** Once the first of those that it is compared with may be forgotten, the verdict stands. */
    private boolean isWhole(Entry entry, EntityState state) {
        return expiryOfWindow(entry) > state.watermark();
    }

    private long expiryOfWindow(Entry entry) {
        return entry.time() + keep(feed(entry)) - rule.reach().toMillis();
    }

    private long keep(Feed feed) {
        long compared = rule.reach().plus(rule.hold()).toMillis();
        return Math.max(feed.keep().toMillis(), compared) + lateBound + 1;
    }

    private Feed feed(Entry entry) {
        return rule.feeds().get(entry.feed());
    }

    /** Registry records of one entity are few: they share a pane. */
    private long paneNumber(Entry entry) {
        return staysForever(entry) ? Long.MIN_VALUE : Math.floorDiv(Days.of(entry.time()), paneDays);
    }

    private long reachFrom(Entry entry) {
        if (feed(entry).joins()) {
            return Long.MIN_VALUE;
        }
        return judgement.figures().stream()
                .filter(figure -> figure.reads(entry.feed()))
                .mapToLong(figure -> figure.firstTouched(entry.time()))
                .reduce(entry.time(), Math::min);
    }

    private long reachTo(Entry entry) {
        if (feed(entry).joins()) {
            return Long.MAX_VALUE;
        }
        return judgement.figures().stream()
                .filter(figure -> figure.reads(entry.feed()))
                .mapToLong(figure -> figure.lastTouched(entry.time()))
                .reduce(entry.time(), Math::max);
    }

    private void judge(
            long touched,
            long from,
            long to,
            Entries entries,
            String entity,
            EntityState state,
            Consumer<Findings> out) {
        Map<String, Long> changed = new TreeMap<>();
        for (Entry entry : List.copyOf(entries.all())) {
            boolean concerned = entry.time() >= from && entry.time() <= to || entry.time() == touched;
            if (!feed(entry).joins() && concerned && isWhole(entry, state)) {
                judgeOne(entry, isRipe(entry, state), entries, state, changed);
            }
        }
        if (touched != Long.MIN_VALUE) {
            // What was taken back is in no list any more, and its subject must hear of it.
            noteTold(touched, state, changed);
        }
        changed.forEach((place, start) -> tell(place, start, entries, entity, state, out));
    }

    private void judgeOne(Entry entry, boolean ripe, Entries entries, EntityState state, Map<String, Long> changed) {
        double value = judgement.value(entries, entry, ripe);
        boolean same = Double.compare(value, entry.fired()) == 0;
        if (same && !entry.fires()) {
            return;
        }
        if (!same) {
            Entry judged = entry.judged(value);
            entries.replace(entry, judged);
            keep(judged, paneNumber(entry), state);
        }
        long start = episode.applyAsLong(entry.time());
        changed.put(place(entry, start), start);
    }

    private static void keep(Entry judged, long number, EntityState state) {
        Pane pane = state.pane(number);
        if (pane != null) {
            List<Entry> replaced = new ArrayList<>(pane.entries());
            replaced.replaceAll(known -> known.isSame(judged) ? judged : known);
            state.put(number, new Pane(replaced, pane.rest()));
        }
    }

    private void noteTold(long touched, EntityState state, Map<String, Long> changed) {
        long start = episode.applyAsLong(touched);
        for (String place : state.places()) {
            if (place.endsWith("|" + start)) {
                changed.putIfAbsent(place, start);
            }
        }
    }

    /** Before its time an event that is held is not judged by what is missing. */
    private boolean isRipe(Entry entry, EntityState state) {
        if (rule.hold().isZero()) {
            return true;
        }
        long ripe = entry.time() + rule.hold().toMillis();
        if (ripe > state.watermark()) {
            state.wakeAt(ripe);
            return false;
        }
        return true;
    }

    private static String place(Entry entry, long start) {
        return entry.subject() + "|" + start;
    }

    private void tell(
            String place, long start, Entries entries, String entity, EntityState state, Consumer<Findings> out) {
        List<Entry> fired = repeated(entries.all().stream()
                .filter(entry -> entry.fires()
                        && episode.applyAsLong(entry.time()) == start
                        && place(entry, start).equals(place))
                .toList());
        Told before = state.told(place);
        Findings carrier = fired.isEmpty() ? null : fired.get(0).carrier();
        if (carrier == null) {
            if (before != null) {
                state.untell(place);
                out.accept(takenBack(place, start, entity));
            }
            return;
        }
        Sign sign = sign(fired, entries);
        Told now = new Told(sign.toString().hashCode(), start);
        if (!now.equals(before)) {
            state.tell(place, now);
            state.wakeAt(forgottenAt(over(start)));
            out.accept(carrier.with(new Standing(indicator.id(), entity, sign)));
        }
    }

    /** Returns those that lie close to enough others. */
    private List<Entry> repeated(List<Entry> fired) {
        KeyedRule.Repeats repeats = rule.repeats();
        if (repeats == null) {
            return fired;
        }
        double enough = judgement.threshold(repeats.atLeast());
        long within = repeats.within().toMillis();
        return fired.stream()
                .filter(entry -> fired.stream()
                                .filter(other -> Math.abs(other.time() - entry.time()) < within)
                                .mapToLong(Entry::count)
                                .sum()
                        >= enough)
                .toList();
    }

    private Sign sign(List<Entry> fired, Entries entries) {
        List<Evidence> evidence = new ArrayList<>();
        Finding strongest = null;
        for (Entry entry : fired.subList(0, Math.min(Sign.MAX_EVIDENCE, fired.size()))) {
            Finding finding = judgement.finding(entries, entry);
            evidence.add(finding.evidence());
            strongest = strongest == null || finding.contribution() > strongest.contribution() ? finding : strongest;
        }
        Entry largest = fired.get(0);
        for (Entry entry : fired) {
            largest = entry.fired() > largest.fired() ? entry : largest;
        }
        if (strongest != null && largest.fired() > strongest.value()) {
            Finding finding = judgement.finding(entries, largest);
            strongest = finding.contribution() >= strongest.contribution() ? finding : strongest;
        }
        return new Sign(
                Objects.requireNonNull(strongest),
                evidence,
                fired.stream().mapToLong(Entry::count).sum());
    }

    /** Nobody is left who could carry the news: whom it is about stands in the place. */
    private Findings takenBack(String place, long start, String entity) {
        String[] parts = place.split("\\|", -1);
        return judgement.nobody(modelId, parts[0], parts[1], start).with(new Standing(indicator.id(), entity, null));
    }

    /** Returns the indicator. */
    public Indicator indicator() {
        return indicator;
    }

    @Nullable
    KeyedRule rule() {
        return rule;
    }
}
