package io.zhiwei.models.measure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The conformance scenarios of the specification, as far as money decides them, and each threshold from both sides. */
class ScenariosTest {

    private static final long YUAN = 100;

    @Test
    void scenario1NursingHomePromisesNinePercentToTheElderly() {
        ContractBook book = new ContractBook();
        AgeShare ages = new AgeShare();
        long taken = 0;
        for (int i = 0; i < 400; i++) {
            long fen = (30_000 + 175L * i) * YUAN;
            book.sign(fen, 900, 365);
            ages.add(i % 10 != 0, 1, fen);
            taken += fen;
        }

        double rate = book.medianRatePercent().orElseThrow();
        assertThat(ReturnGap.of(rate, 5, 1.5, 3).promise(3)).isEqualTo(ReturnGap.Promise.YELLOW);
        assertThat(ages.tier()).isEqualTo(Tier.HIGH);
        assertThat(new FilingProgress(taken, 400, 0).tier()).isEqualTo(Tier.HIGH);
    }

    @Test
    void scenario5TwelveRelativesStayFarFromTheLine() {
        PartyAmounts payers = new PartyAmounts(1_000);
        for (int i = 0; i < 12; i++) {
            payers.add("relative " + i, 20_000 * YUAN);
        }

        assertThat(payers.fanIn()).isEqualTo(Tier.NONE);
        assertThat(payers.concentration()).isCloseTo(1.0 / 12, within(1e-12));
        assertThat(new FilingProgress(payers.total(), payers.parties(), 0).tier())
                .isEqualTo(Tier.NONE);
    }

    @Test
    void scenario8InflowHalvesInFourWeeksWhileRedemptionsTriple() {
        double[] inflow = {100, 100, 100, 100, 100, 100, 50, 40, 30, 20};
        double[] payouts = {10, 10, 10, 10, 10, 10, 20, 30, 30, 30};

        assertThat(Collapse.of(inflow, payouts).tier()).isEqualTo(Tier.HIGH);
        assertThat(Collapse.of(inflow, new double[10]).tier()).isEqualTo(Tier.NONE);
        assertThat(Collapse.of(new double[] {100, 100, 100, 100, 100, 100, 50}, payouts)
                        .tier())
                .isEqualTo(Tier.NONE);
    }

    @Test
    void scenario12TheHundredAndFiftiethPayerReachesTheLine() {
        assertThat(new FilingProgress(900_000 * YUAN, 149, 0).tier()).isEqualTo(Tier.WATCH);
        assertThat(new FilingProgress(900_000 * YUAN, 150, 0).tier()).isEqualTo(Tier.HIGH);
    }

    @Test
    void scenario13CashJustBelowTheReportingLine() {
        Structuring structuring = new Structuring(50_000 * YUAN, 0.05);
        for (int i = 0; i < 25; i++) {
            structuring.add("payer " + i, (46_000 + 160L * i) * YUAN, i * 400L, 1);
        }

        assertThat(structuring.share()).isEqualTo(1);
        assertThat(structuring.tier()).isEqualTo(Tier.WATCH);
        structuring.add("payer 0", 49_000 * YUAN, 30, 1);
        structuring.add("payer 0", 49_500 * YUAN, 1_439, 1);
        assertThat(structuring.tier()).isEqualTo(Tier.HIGH);
        structuring.add("payer 0", 49_500 * YUAN, 1_439, -1);
        structuring.add("payer 0", 49_500 * YUAN, 1_440, 1);
        assertThat(structuring.isRepeatedByOne()).isFalse();
    }

    @Test
    void ordinaryCashIsNoStructuring() {
        Structuring structuring = new Structuring(50_000 * YUAN, 0.1);
        for (int i = 0; i < 100; i++) {
            structuring.add("payer " + i, (26_000 + 480L * i) * YUAN, i, 1);
        }

        assertThat(structuring.tier()).isEqualTo(Tier.NONE);
    }

    @Test
    void scenario14OnePercentOnTheTenthOfEachMonth() {
        List<RateLattice.Payee> payees = new ArrayList<>();
        AgeShare ages = new AgeShare();
        for (int i = 0; i < 280; i++) {
            long principal = (10_000 + 1_000L * (i % 7)) * YUAN;
            payees.add(new RateLattice.Payee(principal, principal / 100, List.of(31, 30, 31, 30)));
            ages.add(true, 1, principal);
        }

        assertThat(RateLattice.isFixedRate(payees)).isTrue();
        assertThat(RateLattice.isFixedRate(payees.subList(0, 29))).isFalse();
        assertThat(ages.tier()).isEqualTo(Tier.HIGH);
    }

    @Test
    void dividendsOfTheShareOfEachYearAreNoFixedRate() {
        List<RateLattice.Payee> payees = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            payees.add(new RateLattice.Payee(10_000 * YUAN, (100 + 50L * i) * YUAN, List.of(365, 365)));
        }

        assertThat(RateLattice.isFixedRate(payees)).isFalse();
    }

    @Test
    void sumsThatAreMultiplesOfOneBaseFormALattice() {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            sums.add((i < 40 ? 3_500L * (1 + i % 4) : 3_501L + i) * YUAN);
        }

        assertThat(RateLattice.base(sums, List.of(1_000 * YUAN, 3_500 * YUAN, 10_000 * YUAN)))
                .isEqualTo(3_500 * YUAN);
        assertThat(RateLattice.isLattice(sums, 3_500 * YUAN)).isTrue();
        assertThat(RateLattice.isLattice(sums.subList(1, 50), 3_500 * YUAN)).isFalse();
    }

    @Test
    void returnGapTiers() {
        assertThat(ReturnGap.of(9, 4, 1.5, 3)).isEqualTo(new ReturnGap(9, 4.5));
        assertThat(ReturnGap.of(9, 40, 1.5, 3).feasible()).isEqualTo(12);
        assertThat(new ReturnGap(8.5, 4.5).tier()).isEqualTo(Tier.NONE);
        assertThat(new ReturnGap(8.6, 4.5).tier()).isEqualTo(Tier.WATCH);
        assertThat(new ReturnGap(14.6, 4.5).tier()).isEqualTo(Tier.HIGH);
        assertThat(new ReturnGap(6, 4.5).promise(3)).isEqualTo(ReturnGap.Promise.ORDINARY);
        assertThat(new ReturnGap(12, 4.5).promise(3)).isEqualTo(ReturnGap.Promise.ORANGE);
        assertThat(new ReturnGap(12.1, 4.5).promise(3)).isEqualTo(ReturnGap.Promise.RED);
    }

    @Test
    void growthIsThatOfAMonth() {
        double growth = Growth.monthly(800, 100).orElseThrow();

        assertThat(growth).isCloseTo(1, within(1e-12));
        assertThat(Growth.judge(growth, 100)).isEqualTo(Tier.HIGH);
        assertThat(Growth.judge(growth, 99)).isEqualTo(Tier.WATCH);
        assertThat(Growth.judge(0.3, 1_000)).isEqualTo(Tier.NONE);
        assertThat(Growth.monthly(800, 0)).isEmpty();
        assertThat(Growth.isUnsustainable(0.05, 0.36, 0.03)).isTrue();
        assertThat(Growth.isUnsustainable(0.07, 0.36, 0.03)).isFalse();
    }

    @Test
    void theRunwayEndsWhenNoNewMoneyComes() {
        ContractBook book = new ContractBook();
        book.sign(12_000_000, 1_000, 20);
        book.sign(12_000_000, 1_000, 31);

        assertThat(book.obligations(0)).isCloseTo(12_200_000, within(1e-6));
        Runway runway = Runway.of(6_100_000, book.obligations(0), new double[] {0, 0, 0});
        assertThat(runway.days()).isCloseTo(15, within(1e-9));
        assertThat(runway.tier()).isEqualTo(Tier.HIGH);
        assertThat(Runway.ofEstimatedCash(1e9, book.obligations(0), new double[0])
                        .tier())
                .isEqualTo(Tier.NONE);
    }

    @Test
    void aSteadyInflowLengthensTheRunwayButNotTheStressedOne() {
        Runway runway = Runway.of(1_000, 2_000, new double[] {350, 350, 350});

        assertThat(runway.days()).isCloseTo(30 * 1_000 / 500.0, within(1e-9));
        assertThat(runway.stressDays()).isCloseTo(15, within(1e-9));
    }

    @Test
    void aPayeeWaitsFromTheSixthDayOn() {
        MissedPayouts missed = new MissedPayouts(1_000);
        for (int i = 0; i < 10; i++) {
            missed.expect("payee " + i, 10, 1);
        }
        for (int i = 0; i < 8; i++) {
            missed.paid("payee " + i, 12, 1);
        }

        assertThat(missed.share(15)).isZero();
        assertThat(missed.share(16)).isEqualTo(0.2);
        assertThat(MissedPayouts.judge(missed.share(16))).isEqualTo(Tier.HIGH);
        missed.paid("payee 8", 9, 1);
        assertThat(MissedPayouts.judge(missed.share(16))).isEqualTo(Tier.WATCH);
    }

    @Test
    void moneyThatLeavesWithinTheHourOnlyPasses() {
        Dwell dwell = new Dwell(100);
        dwell.add("in 1", 0, 1_000);
        dwell.add("in 2", 10, 1_000);
        dwell.add("out 1", 40, -1_200);

        assertThat(dwell.fastShare()).isEqualTo(0.6);
        assertThat(dwell.isPassThrough()).isTrue();
        assertThat(dwell.medianMinutes()).hasValue(40);
        dwell.retract("out 1", 40);
        assertThat(dwell.medianMinutes()).isEmpty();
    }

    @Test
    void payersFromFiveProvincesAreHigh() {
        RegionSpread spread = new RegionSpread();
        for (String code : List.of("420704", "420100", "430100", "440300")) {
            spread.add(code, 1);
        }
        assertThat(spread.tier()).isEqualTo(Tier.WATCH);
        assertThat(spread.entropy()).isCloseTo(2, within(1e-12));
        spread.add("110101", 1);
        spread.add("310101", 1);

        assertThat(spread.tier()).isEqualTo(Tier.HIGH);
        assertThat(spread.hasJumpedFrom(2)).isTrue();
        assertThat(spread.hasJumpedFrom(3)).isFalse();
    }

    @Test
    void littleRealBusinessIsHighFromAMillionOn() {
        assertThat(new FundUse(200_000_000, 39_000_000, 0, 100).tier()).isEqualTo(Tier.HIGH);
        assertThat(new FundUse(200_000_000, 40_000_000, 21, 100).tier()).isEqualTo(Tier.WATCH);
        assertThat(new FundUse(200_000_000, 40_000_000, 21, 100).isSquandered()).isTrue();
        assertThat(new FundUse(100_000_000, 0, 20, 100).tier()).isEqualTo(Tier.NONE);
        assertThat(new FundUse(100_000_000, 0, 20, 100).isSquandered()).isFalse();
    }
}
