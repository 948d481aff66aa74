package io.zhiwei.models.keyed;

import io.zhiwei.models.keyed.FigureReading.Column;
import io.zhiwei.models.measure.flow.Collapse;
import io.zhiwei.models.measure.flow.ContractBook;
import io.zhiwei.models.measure.flow.Dwell;
import io.zhiwei.models.measure.flow.Growth;
import io.zhiwei.models.measure.flow.PartyAmounts;
import io.zhiwei.models.measure.flow.PonziRatio;
import io.zhiwei.models.measure.flow.RateLattice;
import io.zhiwei.models.measure.flow.Runway;
import io.zhiwei.models.measure.tree.Referral;
import io.zhiwei.models.measure.tree.ReferralTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The measures of money and of referrals over a window of what an entity keeps. Sums take in what is kept only in sums;
 * what asks who paid looks at the events that are kept one by one. NaN where a measure says nothing.
 */
final class MoneyReading {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long WEEK = 7 * DAY;
    private static final long MONTH = 30 * DAY;
    private static final long GROWTH_SPAN = 90 * DAY;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final int FORECAST_WEEKS = 12;
    /** More than a pane of every part of the window could hold. */
    private static final int MOST = 4096;
    /** Base sums of the cases that banks reported, fen: 1,000, 3,500 and 10,000 yuan. */
    private static final List<Long> BASES = List.of(100_000L, 350_000L, 1_000_000L);

    private static final int PERCENT_TO_BASIS_POINTS = 100;

    private final Entries entries;
    private final List<Column> columns;
    private final long after;
    private final long to;

    /**
     * Opens a window.
     *
     * @param columns where the figure's values lie
     * @param after time after which the window begins, milliseconds
     * @param to its last moment
     */
    MoneyReading(Entries entries, List<Column> columns, long after, long to) {
        this.entries = entries;
        this.columns = columns;
        this.after = after;
        this.to = to;
    }

    private List<Entry> of(int column) {
        return entries.between(columns.get(column).feed(), after + 1, to);
    }

    private String text(int column, Entry entry) {
        return entry.texts()[columns.get(column).index()];
    }

    private double number(int column, Entry entry) {
        double number = columns.get(column).number(entry);
        return Double.isNaN(number) ? 0 : number * entry.count();
    }

    private long sum(int column, long later, long until) {
        Column place = columns.get(column);
        double sum = 0;
        for (Entry entry : entries.between(place.feed(), later + 1, until)) {
            sum += number(column, entry);
        }
        for (Pane.Rest rest : entries.rest()) {
            if (rest.feed() == place.feed() && rest.latest() > later && rest.latest() <= until) {
                sum += place.index() < 0 ? rest.count() : rest.sums()[place.index()];
            }
        }
        return Math.round(sum);
    }

    private double[] weeks(int column, int count) {
        double[] weeks = new double[count];
        for (int ago = 0; ago < count; ago++) {
            weeks[count - 1 - ago] = sum(column, to - (ago + 1) * WEEK, to - ago * WEEK);
        }
        return weeks;
    }

    /** Herfindahl-Hirschman index of a party's text and an amount. */
    double concentration() {
        PartyAmounts amounts = new PartyAmounts(MOST);
        for (Entry entry : of(0)) {
            if (!text(0, entry).isEmpty()) {
                amounts.add(text(0, entry), Math.round(number(1, entry)));
            }
        }
        return amounts.total() <= 0 ? Double.NaN : amounts.concentration();
    }

    /** Smallest Ponzi ratio of the window's months: inflow, payouts, receipts, investor. */
    double ponziRatio() {
        Set<String> investors = new HashSet<>();
        for (Entry entry : entries.between(columns.get(3).feed(), Long.MIN_VALUE, to)) {
            investors.add(text(3, entry));
        }
        investors.remove("");
        double least = Double.NaN;
        for (long end = to; end - MONTH >= after; end -= MONTH) {
            OptionalDouble ratio = PonziRatio.of(
                    sum(1, end - MONTH, end), sum(0, end - MONTH, end), sum(2, end - MONTH, end), 0, investors.size());
            if (ratio.isEmpty()) {
                return Double.NaN;
            }
            least = Double.isNaN(least) ? ratio.getAsDouble() : Math.min(least, ratio.getAsDouble());
        }
        return least;
    }

    /** Rate that half of the principal reaches or stays below, percent a year: rate, principal. */
    double medianRate() {
        ContractBook book = new ContractBook();
        for (Entry entry : of(0)) {
            sign(book, entry, 0, 1, 0);
        }
        return book.medianRatePercent().orElse(Double.NaN);
    }

    private void sign(ContractBook book, Entry entry, int rate, int principal, long dueDay) {
        double percent = columns.get(rate).number(entry);
        if (!Double.isNaN(percent)) {
            book.sign(
                    Math.round(number(principal, entry)), (int) Math.round(percent * PERCENT_TO_BASIS_POINTS), dueDay);
        }
    }

    /** Growth of a month over the last ninety days of all that the window took. */
    double growth() {
        return Growth.monthly(sum(0, after, to), sum(0, after, to - GROWTH_SPAN))
                .orElse(Double.NaN);
    }

    /** Fall of the inflow from its best while payouts rise, otherwise 0: inflow, payouts. */
    double fall() {
        int count = (int) ((to - after) / WEEK);
        Collapse collapse = Collapse.of(weeks(0, count), weeks(1, count));
        return collapse.payoutsRise() ? collapse.drop() : 0;
    }

    /** Days that what came less what went lasts: principal, rate, term in days, inflow, outflow. */
    double runway() {
        long today = Days.of(to);
        ContractBook book = new ContractBook();
        for (Entry entry : of(0)) {
            double term = columns.get(2).number(entry);
            long due = Days.of(entry.time()) + (Double.isNaN(term) ? 0 : Math.round(term));
            if (due >= today) {
                sign(book, entry, 1, 0, due);
            }
        }
        double obligations = book.obligations(today);
        return obligations <= 0
                ? Double.NaN
                : Runway.ofEstimatedCash(
                                (double) sum(3, after, to) - sum(4, after, to), obligations, weeks(3, FORECAST_WEEKS))
                        .days();
    }

    /** Share of payees at one rate if they are paid at even gaps, otherwise 0: holder, principal, payee, interest. */
    double fixedRate() {
        List<RateLattice.Payee> payees = payees();
        return RateLattice.isFixedRate(payees) ? RateLattice.modeShare(payees) : 0;
    }

    /** Rate that is paid on half of the principal at most, percent a year: holder, principal, payee, interest. */
    double paidRate() {
        return RateLattice.paidPercent(payees()).orElse(Double.NaN);
    }

    private List<RateLattice.Payee> payees() {
        Map<String, Long> principal = new HashMap<>();
        for (Entry entry : of(0)) {
            principal.merge(text(0, entry), Math.round(number(1, entry)), Long::sum);
        }
        Map<String, List<Entry>> paid = new HashMap<>();
        for (Entry entry : of(2)) {
            if (number(3, entry) > 0) {
                paid.computeIfAbsent(text(2, entry), missing -> new ArrayList<>())
                        .add(entry);
            }
        }
        List<RateLattice.Payee> payees = new ArrayList<>();
        paid.forEach((who, payouts) -> {
            if (principal.getOrDefault(who, 0L) > 0) {
                payees.add(new RateLattice.Payee(principal.getOrDefault(who, 0L), usual(payouts), gaps(payouts)));
            }
        });
        return payees;
    }

    private long usual(List<Entry> payouts) {
        return Math.round(FigureReading.median(
                payouts.stream().mapToDouble(entry -> number(3, entry)).toArray()));
    }

    private static List<Integer> gaps(List<Entry> payouts) {
        List<Integer> gaps = new ArrayList<>();
        for (int i = 1; i < payouts.size(); i++) {
            gaps.add((int)
                    (Days.of(payouts.get(i).time()) - Days.of(payouts.get(i - 1).time())));
        }
        return gaps;
    }

    /** Share of amounts that are multiples of the base which suits most of them. */
    double lattice() {
        List<Long> sums = new ArrayList<>();
        for (Entry entry : of(0)) {
            if (number(0, entry) > 0) {
                sums.add(Math.round(columns.get(0).number(entry)));
            }
        }
        return sums.isEmpty() ? Double.NaN : RateLattice.multiples(sums, RateLattice.base(sums, BASES));
    }

    /** Share of what came to an account and left within the hour: in, out. */
    double fastShare() {
        Dwell dwell = new Dwell(MOST);
        move(dwell, 0, 1);
        move(dwell, 1, -1);
        return dwell.fastShare();
    }

    private void move(Dwell dwell, int column, int sign) {
        for (Entry entry : of(column)) {
            long moved = Math.round(number(column, entry));
            if (moved > 0) {
                dwell.add(entry.id(), Math.floorDiv(entry.time(), MINUTE), sign * moved);
            }
        }
    }

    /** Members of the largest branch right below an organiser; 0 where there is none: inviter, invitee. */
    double branch() {
        ReferralTree tree = tree();
        return tree.largest(MOST).stream()
                .filter(branch -> tree.levelOf(branch.root()) == 2)
                .mapToInt(ReferralTree.Branch::members)
                .findFirst()
                .orElse(0);
    }

    /** The tree of who brought whom: inviter, invitee. */
    ReferralTree tree() {
        ReferralTree tree = new ReferralTree(MOST);
        for (Entry entry : of(0)) {
            if (!text(0, entry).isEmpty() && !text(1, entry).isEmpty()) {
                tree.add(new Referral(text(0, entry), text(1, entry), entry.time(), 0));
            }
        }
        return tree;
    }
}
