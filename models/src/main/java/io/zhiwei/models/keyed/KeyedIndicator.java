package io.zhiwei.models.keyed;

import io.zhiwei.models.assessment.Finding;
import io.zhiwei.models.assessment.Findings;
import io.zhiwei.models.assessment.Sign;
import io.zhiwei.models.assessment.Standing;
import io.zhiwei.models.definition.Feed;
import io.zhiwei.models.definition.Indicator;
import io.zhiwei.models.definition.KeyedRule;
import io.zhiwei.models.definition.Model;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
    /** The end of all events makes nothing absent: it came before its time. */
    private static final long END = Long.MAX_VALUE;

    private final Model model;
    private final Indicator indicator;
    private final KeyedRule rule;
    private final Judgement judgement;
    private final ToldFindings toldFindings;
    private final LongUnaryOperator episode;
    private final long episodeLength;
    private final long lateBound;
    private final long reach;
    private final long paneDays;
    private final int feeds;
    private final boolean takesBack;
    private final boolean joinsRecords;
    private final boolean joinsEvents;
    private final boolean readsAll;
    private final long behind;
    private final long ahead;

    /**
     * Compiles an indicator.
     *
     * @param model its model
     * @param indicator the indicator
     * @param judgement its compiled conditions
     * @param toldFindings what the entities of one operator told lately
     * @param episode start of the episode to which an event time belongs, both in milliseconds
     * @param episodeLength length of an episode, milliseconds
     * @param lateBound how much longer than its feeds say an event is kept, milliseconds
     */
    KeyedIndicator(
            Model model,
            Indicator indicator,
            Judgement judgement,
            ToldFindings toldFindings,
            LongUnaryOperator episode,
            long episodeLength,
            long lateBound) {
        this.model = model;
        this.indicator = indicator;
        this.rule = Objects.requireNonNull(indicator.keyed(), indicator.id());
        this.judgement = judgement;
        this.toldFindings = toldFindings;
        this.episode = episode;
        this.episodeLength = episodeLength;
        this.lateBound = lateBound;
        this.reach = rule.reach().toMillis();
        this.paneDays = Math.max(1, (reach + PANES * DAY - 1) / (PANES * DAY));
        this.feeds = rule.feeds().size();
        this.takesBack = rule.feeds().stream().anyMatch(feed -> feed.corrects() != null);
        this.joinsRecords = rule.feeds().stream().anyMatch(feed -> feed.registry() != null);
        this.joinsEvents = rule.feeds().stream().anyMatch(KeyedIndicator::joinsEvents);
        this.readsAll = judgement.figures().stream().anyMatch(FigureReading::readsAll);
        long days = judgement.figures().stream().anyMatch(FigureReading::isOfWholeDays) ? DAY : 0;
        this.behind = reach + days;
        this.ahead = days + (judgement.figures().stream().anyMatch(FigureReading::looksAhead) ? reach : 0);
    }

    /** Returns what its visits name as {@link Visit#indicator}. */
    String keeps() {
        return rule.place(indicator.id());
    }

    /**
     * What may have changed: verdicts about events from one moment to another.
     *
     * @param time when it happened
     * @param left whether some event is not there any more
     */
    private record Touch(long time, long from, long to, boolean left) {

        /** Whether the finding of an event may be another now: its figures, or which events it names as those before it. */
        boolean concerns(Entry entry) {
            return left || time <= entry.time() || (from <= entry.time() && entry.time() <= to);
        }
    }

    /** Takes in a visit and tells what has changed. */
    public void receive(Visit visit, EntityState state, Consumer<Findings> out) {
        Entry entry = visit.entry();
        if (visit.again() && entry.isTakenBack()) {
            undo(visit, state, out);
            return;
        }
        if (!entry.corrects().isEmpty()) {
            takeBack(entry, visit.entity(), state, out);
            return;
        }
        if (visit.again()) {
            forgetVersion(entry, state);
        }
        long number = paneNumber(entry);
        Entry elsewhere = elsewhere(entry, number, state);
        if (elsewhere != null && elsewhere.version() >= entry.version()) {
            return;
        }
        Pane known = pane(number, state);
        Pane after = known.with(
                wasTakenBack(entry, elsewhere, state) ? entry.takenBack() : entry,
                feed(entry).daily());
        if (after == known) {
            return;
        }
        state.put(number, after);
        if (!staysForever(entry) && !wakesBefore(forgottenAt(entry), known)) {
            state.wakeAt(forgottenAt(entry));
        }
        if (elsewhere != null) {
            long left = paneNumber(elsewhere);
            state.put(left, pane(left, state).without(elsewhere));
            judge(touch(elsewhere, true), visit.entity(), state, out);
        }
        boolean left =
                visit.again() || after.entries().size() <= known.entries().size();
        judge(touch(entry, left), visit.entity(), state, out);
    }

    /** Whether the entity is woken by then because of what came before: most events find that it is. */
    private boolean wakesBefore(long time, Pane known) {
        return !known.entries().isEmpty()
                && !staysForever(known.entries().get(0))
                && forgottenAt(known.entries().get(0)) <= time;
    }

    /** The event had no reason to come; what was taken back or corrected since stays so. */
    private void undo(Visit visit, EntityState state, Consumer<Findings> out) {
        Entry entry = visit.entry();
        if (forgetVersion(entry, state)) {
            judge(touch(entry, true), visit.entity(), state, out);
        }
    }

    /** Forgets what an event brought when reference data was missing; returns whether there was such a thing. */
    private boolean forgetVersion(Entry entry, EntityState state) {
        long number = paneNumber(entry);
        Pane pane = pane(number, state);
        Entry known = pane.same(entry);
        if (known == null || known.isTakenBack() || known.version() != entry.version()) {
            return false;
        }
        state.put(number, pane.without(known));
        return true;
    }

    /** Returns another version of the event in another pane, null where there is none. */
    private @Nullable Entry elsewhere(Entry entry, long number, EntityState state) {
        if (feed(entry).version() == null) {
            return null;
        }
        for (long other : state.panes()) {
            if (other != number && other != Entries.CORRECTIONS) {
                Entry known = pane(other, state).same(entry);
                if (known != null) {
                    return known;
                }
            }
        }
        return null;
    }

    private static Pane pane(long number, EntityState state) {
        Pane pane = state.pane(number);
        return pane == null ? Pane.empty() : pane;
    }

    private boolean wasTakenBack(Entry entry, @Nullable Entry older, EntityState state) {
        if (older != null && older.isTakenBack()) {
            return true;
        }
        if (!takesBack) {
            return false;
        }
        Pane corrections = state.pane(Entries.CORRECTIONS);
        return corrections != null
                && corrections.entries().stream()
                        .anyMatch(correction -> correction.corrects().equals(entry.id()));
    }

    /** What a correction takes back counts no more; where it has not come yet, the correction waits for it. */
    private void takeBack(Entry correction, String entity, EntityState state, Consumer<Findings> out) {
        List<Entry> gone = new ArrayList<>();
        boolean known = false;
        for (long number : state.panes()) {
            Pane pane = pane(number, state);
            for (Entry entry : number == Entries.CORRECTIONS ? List.<Entry>of() : pane.entries()) {
                if (entry.id().equals(correction.corrects())) {
                    known = true;
                    if (!entry.isTakenBack()) {
                        gone.add(entry);
                    }
                }
            }
        }
        if (!known) {
            state.put(Entries.CORRECTIONS, pane(Entries.CORRECTIONS, state).with(correction, false));
            state.wakeAt(forgottenAt(correction));
        }
        for (Entry entry : gone) {
            long number = paneNumber(entry);
            state.put(number, pane(number, state).judged(entry.takenBack()));
        }
        for (Entry entry : gone) {
            judge(touch(entry, true), entity, state, out);
        }
    }

    private Touch touch(Entry entry, boolean left) {
        return new Touch(entry.time(), reachFrom(entry), reachTo(entry), left);
    }

    private void judge(Touch touch, String entity, EntityState state, Consumer<Findings> out) {
        judge(touch, state.watermark(), entity, state, out);
    }

    /**
     * Does what an entity asked to be woken for: judges the event that was held until then, and once a day forgets what no
     * event within the late bound can see.
     *
     * @param due the moment that the entity asked for, milliseconds; event time may have leapt far beyond it
     */
    public void wake(String entity, long due, EntityState state, Consumer<Findings> out) {
        if (!rule.hold().isZero() && state.watermark() != END) {
            long held = due - rule.hold().toMillis();
            judge(new Touch(held, held, held, false), due, entity, state, out);
        }
        if (due == Days.start(Days.of(due))) {
            forget(due, state);
            wakeAgain(state);
        }
    }

    /** What fires is kept longer than it was when it came. */
    private void wakeAgain(EntityState state) {
        long next = Long.MAX_VALUE;
        for (long number : state.panes()) {
            Pane pane = state.pane(number);
            for (Entry entry : pane == null ? List.<Entry>of() : pane.entries()) {
                next = staysForever(entry) ? next : Math.min(next, expiry(entry));
            }
            for (Pane.Rest rest : pane == null ? List.<Pane.Rest>of() : pane.rest()) {
                next = Math.min(next, expiry(rest));
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
        Touch everything = new Touch(Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, false);
        judge(everything, entity, state, out);
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
        List<Pane.Rest> rest =
                pane.rest().stream().filter(one -> expiry(one) > now).toList();
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

    private long expiry(Pane.Rest rest) {
        return rest.latest() + keep(rule.feeds().get(rest.feed()));
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
    private boolean isWhole(Entry entry, long now) {
        return expiryOfWindow(entry) > now;
    }

    private long expiryOfWindow(Entry entry) {
        return entry.time() + keep(feed(entry)) - reach;
    }

    private long keep(Feed feed) {
        long compared = reach + rule.hold().toMillis();
        return Math.max(feed.keep().toMillis(), compared) + lateBound + 1;
    }

    private Feed feed(Entry entry) {
        return rule.feeds().get(entry.feed());
    }

    private static boolean joinsEvents(Feed feed) {
        return feed.joins() && feed.registry() == null;
    }

    /** Registry records of one entity are few: they share a pane. */
    private long paneNumber(Entry entry) {
        if (staysForever(entry)) {
            return Entries.RECORDS;
        }
        long number = paneNumber(entry.time());
        return joinsEvents(feed(entry)) ? Entries.joinedPane(number) : number;
    }

    private long paneNumber(long time) {
        return Math.floorDiv(Days.of(time), paneDays);
    }

    private long reachFrom(Entry entry) {
        if (feed(entry).joins() && !isJoinedOnlyAfter(entry)) {
            return Long.MIN_VALUE;
        }
        long from = entry.time();
        List<FigureReading> figures = judgement.figures();
        for (int i = 0; i < figures.size(); i++) {
            FigureReading figure = figures.get(i);
            from = figure.reads(entry.feed()) ? Math.min(from, figure.firstTouched(entry.time())) : from;
        }
        return from;
    }

    /** Registry records hold for events before they came, and what is not dated is joined whenever it came. */
    private boolean isJoinedOnlyAfter(Entry entry) {
        return joinsEvents(feed(entry)) && feed(entry).dated();
    }

    private long reachTo(Entry entry) {
        return feed(entry).joins() ? Long.MAX_VALUE : judgement.lastTouched(entry);
    }

    private void judge(Touch touch, long now, String entity, EntityState state, Consumer<Findings> out) {
        Entries entries = around(touch.from, touch.to, state);
        Map<String, Long> changed = new TreeMap<>();
        List<Entry> concerned = entries.between(touch.from, touch.to);
        for (int i = 0; i < concerned.size(); i++) {
            Entry entry = concerned.get(i);
            if (!feed(entry).joins() && isWhole(entry, now)) {
                judgeOne(entry, isRipe(entry, state), entries, state, changed);
            }
        }
        if (touch.left) {
            // What was taken back is in no list any more, and its subject must hear of it.
            noteTold(touch.time, state, changed);
        }
        if (!changed.isEmpty()) {
            long first = Collections.min(changed.values());
            long last = Collections.max(changed.values()) + episodeLength;
            Entries told = around(first, last, state);
            changed.forEach((place, start) -> tell(place, start, touch, told, entity, state, out));
        }
    }

    /** Reads what the figures of events in a span take in. */
    private Entries around(long from, long to, EntityState state) {
        if (readsAll || from == Long.MIN_VALUE) {
            return Entries.all(state, feeds);
        }
        long last = to == Long.MAX_VALUE ? to : to + ahead;
        return Entries.of(state, feeds, joinsRecords, joinsEvents, from - behind, last, this::paneNumber);
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
        state.put(number, pane(number, state).judged(judged));
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
            String place,
            long start,
            Touch touch,
            Entries entries,
            String entity,
            EntityState state,
            Consumer<Findings> out) {
        List<Entry> fired = repeated(entries.all().stream()
                .filter(entry -> entry.fires()
                        && episode.applyAsLong(entry.time()) == start
                        && place(entry, start).equals(place))
                .toList());
        Told before = state.told(place);
        if (fired.isEmpty()) {
            if (before != null) {
                state.untell(place);
                out.accept(takenBack(place, start, entity));
            }
            return;
        }
        Map<String, Finding> findings = findings(fired, touch, entries, toldFindings.of(this, entity, place));
        toldFindings.put(this, entity, place, findings);
        Sign sign = sign(fired, findings, entries);
        Told now = new Told(sign.toString().hashCode(), start);
        if (!now.equals(before)) {
            state.tell(place, now);
            state.wakeAt(forgottenAt(over(start)));
            out.accept(fired.get(0).event().by(model.version()).with(new Standing(indicator.id(), entity, sign)));
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

    /** Returns the findings of the earliest, which are shown, and of the largest; figures only what the touch concerns. */
    private Map<String, Finding> findings(
            List<Entry> fired, Touch touch, Entries entries, Map<String, Finding> before) {
        Map<String, Finding> findings = new HashMap<>();
        for (Entry entry : shown(fired)) {
            findings.put(key(entry), finding(entry, touch, entries, before));
        }
        Entry largest = largest(fired);
        if (!findings.containsKey(key(largest))) {
            findings.put(key(largest), finding(largest, touch, entries, before));
        }
        return findings;
    }

    private Finding finding(Entry entry, Touch touch, Entries entries, Map<String, Finding> before) {
        Finding known = touch.concerns(entry) ? null : before.get(key(entry));
        return known == null ? judgement.finding(entries, entry) : known;
    }

    /** Two feeds may bring the same event. */
    private static String key(Entry entry) {
        return entry.feed() + " " + entry.id();
    }

    private static List<Entry> shown(List<Entry> fired) {
        return fired.subList(0, Math.min(Sign.MAX_EVIDENCE, fired.size()));
    }

    private static Entry largest(List<Entry> fired) {
        Entry largest = fired.get(0);
        for (Entry entry : fired) {
            largest = entry.fired() > largest.fired() ? entry : largest;
        }
        return largest;
    }

    private Sign sign(List<Entry> fired, Map<String, Finding> findings, Entries entries) {
        List<Finding> earliest = new ArrayList<>();
        Finding strongest = null;
        for (Entry entry : shown(fired)) {
            Finding finding = Objects.requireNonNull(findings.get(key(entry)));
            earliest.add(finding);
            strongest = strongest == null || finding.contribution() > strongest.contribution() ? finding : strongest;
        }
        Entry largest = largest(fired);
        if (strongest != null && largest.fired() > strongest.value()) {
            Finding finding = Objects.requireNonNull(findings.get(key(largest)));
            strongest = finding.contribution() >= strongest.contribution() ? finding : strongest;
        }
        return new Sign(
                Objects.requireNonNull(strongest),
                earliest,
                fired.stream().mapToLong(Entry::count).sum(),
                judgement.statement(entries, fired.get(fired.size() - 1)));
    }

    /** Nobody is left who could carry the news: whom it is about stands in the place. */
    private Findings takenBack(String place, long start, String entity) {
        String[] parts = place.split("\\|", -1);
        return judgement.nobody(parts[0], parts[1], start).with(new Standing(indicator.id(), entity, null));
    }

    /** Returns the indicator. */
    public Indicator indicator() {
        return indicator;
    }
}
