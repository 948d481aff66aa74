package io.zhiwei.models.measure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A random year of an enterprise, shuffled and with reversals, against sums over what remains. */
class StreamingEqualsBatchTest {

    private static final int DAYS = 365;
    private static final int PAYERS = 60;

    /** A payment; what is reversed is told twice, the second time with the sign -1. */
    private record Payment(String payer, long day, long minute, FlowKind kind, long fen, int rate, int sign) {}

    @Property(tries = 60)
    void everyMeasureEqualsItsBatch(@ForAll long seed) {
        Random random = new Random(seed);
        List<Payment> kept = new ArrayList<>();
        List<Payment> told = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Payment payment = payment(random);
            told.add(payment);
            if (random.nextInt(5) == 0) {
                told.add(new Payment(
                        payment.payer, payment.day, payment.minute, payment.kind, payment.fen, payment.rate, -1));
            } else {
                kept.add(payment);
            }
        }
        Collections.shuffle(told, random);

        comparesSums(told, kept);
        comparesParties(told, kept);
        comparesContracts(told, kept);
        comparesStructuring(told, kept);
        comparesAges(told, kept);
        comparesEveryDay(told, kept);
    }

    private static Payment payment(Random random) {
        long day = random.nextInt(DAYS);
        return new Payment(
                "payer " + random.nextInt(PAYERS),
                day,
                day * 1_440 + random.nextInt(1_440),
                FlowKind.values()[random.nextInt(FlowKind.values().length)],
                1 + random.nextInt(6_000_000),
                100 * random.nextInt(40),
                1);
    }

    private static void comparesSums(List<Payment> told, List<Payment> kept) {
        DailyFlows flows = new DailyFlows(2 * DAYS);
        told.forEach(p -> flows.add(p.day, p.kind, p.sign * p.fen));
        for (long day = 1; day <= DAYS; day += 30) {
            long until = day;
            for (FlowKind kind : FlowKind.values()) {
                assertThat(flows.sum(kind, until - 30, until))
                        .isEqualTo(kept.stream()
                                .filter(p -> p.kind == kind && p.day >= until - 30 && p.day < until)
                                .mapToLong(Payment::fen)
                                .sum());
            }
        }
    }

    private static void comparesAges(List<Payment> told, List<Payment> kept) {
        AgeShare ages = new AgeShare();
        told.forEach(p -> ages.add(isElder(p), p.sign, p.sign * p.fen));

        assertThat(ages.ofPayers())
                .isCloseTo(kept.stream().filter(p -> isElder(p)).count() / (double) kept.size(), within(1e-9));
        assertThat(ages.ofAmount())
                .isCloseTo(total(kept.stream().filter(p -> isElder(p)).toList()) / (double) total(kept), within(1e-9));
    }

    private static boolean isElder(Payment payment) {
        return payment.payer.endsWith("7");
    }

    private static long total(List<Payment> payments) {
        return payments.stream().mapToLong(Payment::fen).sum();
    }

    /** What is computed of daily sums, after every day: of the stream's sums, and of the payments that remain. */
    private static void comparesEveryDay(List<Payment> told, List<Payment> kept) {
        DailyFlows flows = new DailyFlows(2 * DAYS);
        told.forEach(p -> flows.add(p.day, p.kind, p.sign * p.fen));
        for (long day = 100; day <= DAYS; day++) {
            long until = day;
            long in = flows.sum(FlowKind.INFLOW, until - 30, until);
            long receipts = flows.sum(FlowKind.RECEIPT, until - 30, until);
            long payouts = flows.payouts(until - 30, until);
            long plainIn = of(kept, until - 30, until, FlowKind.INFLOW);
            long plainOut = of(kept, until - 30, until, FlowKind.INTEREST, FlowKind.PRINCIPAL);
            long plainReceipts = of(kept, until - 30, until, FlowKind.RECEIPT);

            assertThat(payouts).isEqualTo(plainOut);
            assertThat(PonziRatio.of(payouts, in, receipts, 0, PAYERS).orElse(-1))
                    .isCloseTo(
                            plainOut <= 0 || plainIn <= 0
                                    ? -1
                                    : Math.min(1, Math.max(0, 1 - plainReceipts / (double) plainOut)),
                            within(1e-9));
            assertThat(PonziRatio.newMoneyCover(in, payouts).orElse(-1))
                    .isCloseTo(plainOut <= 0 ? -1 : plainIn / (double) plainOut, within(1e-9));
            assertThat(PayoutShare.forRecruiting(flows, until - 90, until))
                    .isCloseTo(plainShare(kept, until), within(1e-9));
            assertThat(Growth.monthly(flows.sum(FlowKind.INFLOW, 0, until), flows.sum(FlowKind.INFLOW, 0, until - 90))
                            .orElse(-1))
                    .isCloseTo(plainGrowth(kept, until), within(1e-9));
        }
    }

    private static double plainShare(List<Payment> kept, long until) {
        long recruiting = of(kept, until - 90, until, FlowKind.REFERRAL);
        long all = recruiting + of(kept, until - 90, until, FlowKind.INTEREST, FlowKind.PRINCIPAL);
        return all == 0 ? 0 : recruiting / (double) all;
    }

    private static double plainGrowth(List<Payment> kept, long until) {
        long before = of(kept, 0, until - 90, FlowKind.INFLOW);
        return before == 0 ? -1 : Math.cbrt(of(kept, 0, until, FlowKind.INFLOW) / (double) before) - 1;
    }

    private static long of(List<Payment> kept, long from, long before, FlowKind... kinds) {
        return total(kept.stream()
                .filter(p -> List.of(kinds).contains(p.kind) && p.day >= from && p.day < before)
                .toList());
    }

    private static void comparesParties(List<Payment> told, List<Payment> kept) {
        PartyAmounts parties = new PartyAmounts(1_000);
        RegionSpread regions = new RegionSpread();
        told.forEach(p -> parties.add(p.payer, p.sign * p.fen));
        told.forEach(p -> regions.add("42" + p.payer, p.sign));
        Map<String, Long> sums = new HashMap<>();
        kept.forEach(p -> sums.merge(p.payer, p.fen, Long::sum));
        double total = kept.stream().mapToLong(Payment::fen).sum();

        assertThat(parties.parties()).isEqualTo(sums.size());
        assertThat(parties.total()).isEqualTo((long) total);
        assertThat(parties.concentration())
                .isCloseTo(
                        sums.values().stream()
                                .mapToDouble(s -> s / total * (s / total))
                                .sum(),
                        within(1e-9));
        assertThat(regions.districts()).isEqualTo(sums.size());
    }

    private static void comparesContracts(List<Payment> told, List<Payment> kept) {
        ContractBook book = new ContractBook();
        told.forEach(p -> {
            if (p.sign > 0) {
                book.sign(p.fen, p.rate, p.day);
            } else {
                book.end(p.fen, p.rate, p.day);
            }
        });
        TreeMap<Integer, Long> byRate = new TreeMap<>();
        kept.forEach(p -> byRate.merge(p.rate, p.fen, Long::sum));
        long total = kept.stream().mapToLong(Payment::fen).sum();
        long reached = 0;
        int median = 0;
        for (var entry : byRate.entrySet()) {
            if (2 * reached < total) {
                median = entry.getKey();
            }
            reached += entry.getValue();
        }

        assertThat(book.outstanding()).isEqualTo(total);
        assertThat(book.medianRatePercent().orElseThrow()).isEqualTo(median / 100.0);
        assertThat(book.monthlyInterest())
                .isCloseTo(
                        kept.stream()
                                .mapToDouble(p -> p.fen * (double) p.rate / 10_000 / 12)
                                .sum(),
                        within(1e-4));
        assertThat(book.dueBetween(100, 130))
                .isEqualTo(kept.stream()
                        .filter(p -> p.day >= 100 && p.day < 130)
                        .mapToLong(Payment::fen)
                        .sum());
    }

    private static void comparesStructuring(List<Payment> told, List<Payment> kept) {
        Structuring streamed = new Structuring(5_000_000, 0.1);
        told.forEach(p -> streamed.add(p.payer, p.fen, p.minute, p.sign));
        Structuring batch = new Structuring(5_000_000, 0.1);
        kept.forEach(p -> batch.add(p.payer, p.fen, p.minute, 1));
        long half = kept.stream().filter(p -> p.fen >= 2_500_000).count();
        long near = kept.stream()
                .filter(p -> p.fen >= 4_500_000 && p.fen < 5_000_000)
                .count();

        assertThat(streamed.share()).isEqualTo(half == 0 ? 0 : near / (double) half);
        assertThat(streamed.deviation()).isEqualTo(batch.deviation());
        assertThat(streamed.isRepeatedByOne()).isEqualTo(batch.isRepeatedByOne());
    }

    @Property(tries = 60)
    void movementsOfAnAccountMayComeInAnyOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>();
        long[] minutes = new long[80];
        long[] sums = new long[80];
        for (int i = 0; i < 80; i++) {
            order.add(i);
            minutes[i] = random.nextInt(600);
            sums[i] = random.nextInt(2_000) - 900;
        }
        Dwell inOrder = new Dwell(1_000);
        order.forEach(i -> {
            if (i >= 20) {
                inOrder.add("m" + i, minutes[i], sums[i]);
            }
        });
        Collections.shuffle(order, random);
        Dwell shuffled = new Dwell(1_000);
        order.forEach(i -> shuffled.add("m" + i, minutes[i], sums[i]));
        for (int i = 0; i < 20; i++) {
            shuffled.retract("m" + i, minutes[i]);
        }

        assertThat(shuffled.fastShare()).isEqualTo(inOrder.fastShare());
        assertThat(shuffled.medianMinutes()).isEqualTo(inOrder.medianMinutes());
    }

    @Property(tries = 60)
    void whoWaitsDoesNotDependOnTheOrder(@ForAll long seed) {
        Random random = new Random(seed);
        MissedPayouts missed = new MissedPayouts(1_000);
        List<Runnable> told = new ArrayList<>();
        int waiting = 0;
        for (int i = 0; i < 40; i++) {
            String payee = "payee " + i;
            int due = 1 + random.nextInt(5);
            int paid = random.nextInt(due + 1);
            for (int k = 0; k < due; k++) {
                long day = 10 + 30L * k;
                told.add(() -> missed.expect(payee, day, 1));
            }
            for (int k = 0; k < paid; k++) {
                long day = 10 + 30L * k;
                told.add(() -> missed.paid(payee, day, 1));
            }
            told.add(() -> missed.paid(payee, 50, 1));
            told.add(() -> missed.paid(payee, 50, -1));
            waiting += paid < due ? 1 : 0;
        }
        Collections.shuffle(told, random);

        told.forEach(Runnable::run);

        assertThat(missed.share(400)).isEqualTo(waiting / 40.0);
    }

    @Property(tries = 30)
    void daysBeforeTheKeptOnesAreLetGo(@ForAll long seed) {
        Random random = new Random(seed);
        DailyFlows flows = new DailyFlows(30);
        for (int i = 0; i < 500; i++) {
            flows.add(random.nextInt(1_000), FlowKind.INFLOW, 1);
        }

        assertThat(flows.size()).isLessThanOrEqualTo(30);
    }
}
