package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhiwei.models.assessment.Episode;
import io.zhiwei.models.assessment.Regions;
import io.zhiwei.models.assessment.Sign;
import io.zhiwei.models.assessment.StatedFigure;
import io.zhiwei.models.definition.ModelLibrary;
import io.zhiwei.schemas.AgeBand;
import io.zhiwei.schemas.FlowDirection;
import io.zhiwei.schemas.FlowPurpose;
import io.zhiwei.schemas.FundFlow;
import io.zhiwei.schemas.FundraisingComplaint;
import io.zhiwei.schemas.InvestmentContract;
import io.zhiwei.schemas.MemberReferral;
import io.zhiwei.schemas.PartyKind;
import io.zhiwei.schemas.PartyRelation;
import io.zhiwei.schemas.Payout;
import io.zhiwei.schemas.PayoutKind;
import io.zhiwei.schemas.PayoutStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * A random year of an enterprise through the engine, in order, shuffled within the lateness, with reversals: whatever the evidence
 * pack states in any of its months equals what a plain computation makes of the events until then.
 */
class FundraisingYearTest {

    private static final String E = "E1";
    private static final Instant START = Instant.parse("2026-03-17T02:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration LATENESS = Duration.ofDays(3);
    private static final int EVENTS = 360;
    private static final int PERSONS = 45;
    private static final Replay REPLAY = new Replay(
            ModelLibrary.loadModel(Path.of("library", "illegal-fundraising")),
            Regions.load(Path.of("reference", "regions.yaml")),
            LATENESS);

    /** An event, when it happened, and whether it is taken back in the end. */
    private record Told(String topic, SpecificRecordBase event, Instant time, boolean reversed) {}

    @Property(tries = 8)
    void statesWhatAPlainComputationMakesOfTheYear(@ForAll long seed) {
        Random random = new Random(seed);
        List<Told> year = year(random);

        List<Told> inOrder = sorted(year, random, Duration.ZERO);
        List<Told> late = sorted(year, random, LATENESS);

        assertThat(stated(inOrder, year)).as("statements").isGreaterThan(20);
        assertThat(stated(late, year)).as("statements, shuffled").isGreaterThan(20);
    }

    private static List<Told> sorted(List<Told> year, Random random, Duration lateness) {
        Map<Told, Instant> arrivals = new HashMap<>();
        year.forEach(
                told -> arrivals.put(told, told.time.plusMillis((long) (random.nextDouble() * lateness.toMillis()))));
        List<Told> sorted = new ArrayList<>(year);
        sorted.sort(Comparator.comparing(arrivals::get));
        return sorted;
    }

    /** Lets the engine live through the year, checks every statement, and returns how many there were. */
    private static int stated(List<Told> told, List<Told> year) {
        REPLAY.forget();
        Instant latest = START;
        for (Told one : told) {
            REPLAY.event(one.topic, one.event);
            latest = one.time.isAfter(latest) ? one.time : latest;
            REPLAY.advance(latest.minus(LATENESS));
        }
        int statements = 0;
        for (Episode episode : REPLAY.episodes()) {
            for (Map.Entry<String, Sign> sign : episode.signs().entrySet()) {
                if (!sign.getValue().statement().figures().isEmpty()) {
                    statements++;
                    check(sign.getKey(), sign.getValue(), year);
                }
            }
        }
        return statements;
    }

    private static void check(String indicator, Sign sign, List<Told> year) {
        Instant asOf = sign.statement().asOf();
        Books books = new Books(year.stream()
                .filter(one -> !one.reversed && !one.time.isAfter(asOf) && one.time.isAfter(asOf.minus(YEAR)))
                .map(Told::event)
                .toList());
        Map<String, Double> expected = switch (indicator) {
            case "IF-60" -> books.contracts(asOf);
            case "IF-61" -> books.money(asOf);
            default -> books.referrals();
        };
        Map<String, Double> stated = new TreeMap<>();
        for (StatedFigure figure : sign.statement().figures()) {
            stated.put(figure.name(), figure.value());
        }
        expected.forEach((name, value) -> assertThat(stated.getOrDefault(name, Double.NaN))
                .as("%s as of %s, stated %s", name, asOf, stated)
                .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value)))));
    }

    private static List<Told> year(Random random) {
        List<Told> year = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            Instant time = START.plusMillis((long) (random.nextDouble() * YEAR.toMillis()));
            boolean reversed = random.nextInt(8) == 0;
            Told one = event(random, i, time, reversed);
            year.add(one);
            SpecificRecordBase back = reversed ? reversal(one, i) : null;
            if (back != null) {
                year.add(new Told(one.topic, back, time.plusSeconds(3600), true));
            }
        }
        return year;
    }

    private static Told event(Random random, int i, Instant time, boolean reversed) {
        String person = "p" + random.nextInt(PERSONS);
        long fen = 100 * (1 + random.nextInt(9_000_000));
        return switch (random.nextInt(6)) {
            case 0 -> new Told("investment-contracts", contract(random, i, time, person, fen), time, reversed);
            case 1, 2 -> new Told("fund-flows", flow(random, i, time, person, fen), time, reversed);
            case 3 -> new Told("payouts", payout(random, i, time, person, fen), time, reversed);
            case 4 -> new Told("referrals", referral(random, i, time), time, reversed);
            default -> new Told("fundraising-complaints", complaint(i, time, person, fen), time, false);
        };
    }

    private static InvestmentContract contract(Random random, int i, Instant time, String person, long fen) {
        return InvestmentContract.newBuilder()
                .setContractId("c" + i)
                .setSignedTime(time)
                .setEntityId(E)
                .setPersonToken(person)
                .setPrincipalFen(fen)
                .setRatePercent(random.nextInt(40) / 2.0)
                .setAgeBand(random.nextBoolean() ? AgeBand.FROM_60 : AgeBand.FROM_30)
                .setRelation(random.nextInt(5) == 0 ? PartyRelation.STAFF : null)
                .build();
    }

    private static FundFlow flow(Random random, int i, Instant time, String person, long fen) {
        FlowPurpose[] purposes = {FlowPurpose.INVESTMENT, FlowPurpose.INTEREST, FlowPurpose.PRINCIPAL, FlowPurpose.SALE
        };
        FlowPurpose purpose = purposes[random.nextInt(purposes.length)];
        boolean out = purpose == FlowPurpose.INTEREST || purpose == FlowPurpose.PRINCIPAL;
        return FundFlow.newBuilder()
                .setFlowId("f" + i)
                .setTime(time)
                .setEntityId(E)
                .setDirection(out ? FlowDirection.OUT : FlowDirection.IN)
                .setFromToken(out ? "own" : person)
                .setToToken(out ? person : "own")
                .setFromKind(out ? PartyKind.ENTERPRISE : PartyKind.NATURAL_PERSON)
                .setAmountFen(fen)
                .setPurpose(purpose)
                .setFromRegion(
                        out ? null : List.of("420704", "110101", "440300").get(random.nextInt(3)))
                .build();
    }

    private static Payout payout(Random random, int i, Instant time, String person, long fen) {
        PayoutKind[] kinds = {PayoutKind.INTEREST, PayoutKind.PRINCIPAL, PayoutKind.REFERRAL};
        return Payout.newBuilder()
                .setPayoutId("o" + i)
                .setTime(time)
                .setEntityId(E)
                .setPersonToken(person)
                .setAmountFen(fen)
                .setKind(kinds[random.nextInt(kinds.length)])
                .setStatus(random.nextInt(4) == 0 ? PayoutStatus.MISSED : PayoutStatus.PAID)
                .build();
    }

    private static MemberReferral referral(Random random, int i, Instant time) {
        int invitee = 1 + random.nextInt(PERSONS - 1);
        return MemberReferral.newBuilder()
                .setReferralId("r" + i)
                .setTime(time)
                .setEntityId(E)
                .setInviterToken("p" + random.nextInt(invitee))
                .setInviteeToken("p" + invitee)
                .setFeeFen(98_000L)
                .build();
    }

    private static FundraisingComplaint complaint(int i, Instant time, String person, long fen) {
        return FundraisingComplaint.newBuilder()
                .setComplaintId("k" + i)
                .setTime(time)
                .setEntityId(E)
                .setComplainantToken(person)
                .setAmountFen(fen)
                .build();
    }

    private static @Nullable SpecificRecordBase reversal(Told one, int i) {
        Instant later = one.time.plusSeconds(3600);
        if (one.event instanceof InvestmentContract contract) {
            return InvestmentContract.newBuilder(contract)
                    .setContractId("x" + i)
                    .setSignedTime(later)
                    .setCancelsContractId(contract.getContractId())
                    .build();
        }
        if (one.event instanceof FundFlow flow) {
            return FundFlow.newBuilder(flow)
                    .setFlowId("x" + i)
                    .setTime(later)
                    .setReversesFlowId(flow.getFlowId())
                    .build();
        }
        if (one.event instanceof Payout payout) {
            return Payout.newBuilder(payout)
                    .setPayoutId("x" + i)
                    .setTime(later)
                    .setReversesPayoutId(payout.getPayoutId())
                    .build();
        }
        return one.event instanceof MemberReferral referral
                ? MemberReferral.newBuilder(referral)
                        .setReferralId("x" + i)
                        .setTime(later)
                        .setCancelsReferralId(referral.getReferralId())
                        .build()
                : null;
    }

    /** The plain computation. */
    private record Books(List<SpecificRecordBase> events) {

        private <T> List<T> all(Class<T> type, Predicate<T> condition) {
            return events.stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .filter(condition)
                    .toList();
        }

        Map<String, Double> contracts(Instant asOf) {
            List<InvestmentContract> contracts = all(InvestmentContract.class, any -> true);
            List<Payout> paid = all(Payout.class, one -> one.getStatus() == PayoutStatus.PAID);
            Instant quarter = asOf.minus(Duration.ofDays(90));
            List<Payout> late = all(
                    Payout.class,
                    one -> one.getStatus() == PayoutStatus.MISSED
                            && one.getTime().isAfter(quarter));
            double raised = yuan(contracts.stream().map(InvestmentContract::getPrincipalFen));
            double repaid = yuan(amounts(paid, PayoutKind.PRINCIPAL));
            Map<String, Double> figures = new TreeMap<>();
            figures.put("investors", distinct(contracts.stream().map(InvestmentContract::getPersonToken)));
            figures.put("contracts", (double) contracts.size());
            figures.put("raised", raised);
            figures.put("promisedRate", median(contracts));
            figures.put(
                    "highestRate",
                    contracts.stream()
                            .mapToDouble(InvestmentContract::getRatePercent)
                            .max()
                            .orElseThrow());
            figures.put("interest", yuan(amounts(paid, PayoutKind.INTEREST)));
            figures.put("repaid", repaid);
            figures.put("commission", yuan(amounts(paid, PayoutKind.REFERRAL)));
            figures.put("outstanding", raised - repaid);
            figures.put(
                    "payees",
                    distinct(paid.stream()
                            .filter(one -> one.getKind() == PayoutKind.INTEREST)
                            .map(Payout::getPersonToken)));
            figures.put("waitingPersons", distinct(late.stream().map(Payout::getPersonToken)));
            figures.put("overdue", yuan(late.stream().map(Payout::getAmountFen)));
            return figures;
        }

        private static Stream<Long> amounts(List<Payout> payouts, PayoutKind kind) {
            return payouts.stream().filter(one -> one.getKind() == kind).map(Payout::getAmountFen);
        }

        /** The rate that half of the principal reaches or stays below. */
        private static double median(List<InvestmentContract> contracts) {
            List<InvestmentContract> byRate = contracts.stream()
                    .sorted(Comparator.comparing(InvestmentContract::getRatePercent))
                    .toList();
            long total = contracts.stream()
                    .mapToLong(InvestmentContract::getPrincipalFen)
                    .sum();
            long reached = 0;
            for (InvestmentContract contract : byRate) {
                reached += contract.getPrincipalFen();
                if (2 * reached >= total) {
                    return contract.getRatePercent();
                }
            }
            throw new IllegalStateException("no contract");
        }

        Map<String, Double> money(Instant asOf) {
            List<FundFlow> taken = all(FundFlow.class, one -> one.getPurpose() == FlowPurpose.INVESTMENT);
            List<FundFlow> sold = all(FundFlow.class, one -> one.getPurpose() == FlowPurpose.SALE);
            List<FundFlow> returned = all(FundFlow.class, one -> one.getDirection() == FlowDirection.OUT);
            List<FundraisingComplaint> complaints = all(FundraisingComplaint.class, any -> true);
            double payers = distinct(taken.stream().map(FundFlow::getFromToken));
            double claims = distinct(complaints.stream().map(FundraisingComplaint::getComplainantToken));
            Map<String, Double> figures = new TreeMap<>();
            figures.put("payers", payers);
            figures.put(
                    "provinces",
                    distinct(taken.stream().map(one -> one.getFromRegion().substring(0, 2))));
            figures.put("received", yuan(taken));
            figures.put("receipts", yuan(sold));
            figures.put("returned", yuan(returned));
            figures.put("difference", yuan(taken) - yuan(returned));
            figures.put("balance", yuan(taken) + yuan(sold) - yuan(returned));
            figures.put("concentration", concentration(taken));
            figures.put("complainants", claims);
            figures.put("complaintRate", 1000 * claims / payers);
            Instant month = asOf.minus(Duration.ofDays(30));
            double in = yuan(since(taken, month));
            double out = yuan(since(returned, month));
            if (out > 0) {
                figures.put("cover", in / out);
            }
            // The measure looks for thirty investors among all that the enterprise ever had.
            if (out > 0 && in > 0 && payers >= 30) {
                figures.put("ponziRatio", Math.min(1, Math.max(0, (out - yuan(since(sold, month))) / out)));
            }
            return figures;
        }

        private static List<FundFlow> since(List<FundFlow> flows, Instant month) {
            return flows.stream().filter(one -> one.getTime().isAfter(month)).toList();
        }

        private static double concentration(List<FundFlow> taken) {
            Map<String, Double> sums = new HashMap<>();
            taken.forEach(one -> sums.merge(one.getFromToken(), (double) one.getAmountFen(), Double::sum));
            double total =
                    sums.values().stream().mapToDouble(Double::doubleValue).sum();
            return sums.values().stream()
                    .mapToDouble(sum -> sum / total * (sum / total))
                    .sum();
        }

        Map<String, Double> referrals() {
            List<MemberReferral> joins = all(MemberReferral.class, any -> true).stream()
                    .sorted(Comparator.comparing(MemberReferral::getTime))
                    .toList();
            Map<String, String> above = new HashMap<>();
            Set<String> members = new HashSet<>();
            for (MemberReferral join : joins) {
                above.putIfAbsent(join.getInviteeToken(), join.getInviterToken());
                members.add(join.getInviteeToken());
                members.add(join.getInviterToken());
            }
            Map<String, Integer> branches = new HashMap<>();
            int deepest = 0;
            for (String member : members) {
                List<String> path = path(member, above);
                deepest = Math.max(deepest, path.size());
                if (path.size() > 1) {
                    branches.merge(path.get(path.size() - 2), 1, Integer::sum);
                }
            }
            return Map.of(
                    "members", (double) members.size(),
                    "levels", (double) deepest,
                    "largestBranch",
                            (double) branches.values().stream()
                                    .mapToInt(Integer::intValue)
                                    .max()
                                    .orElse(0),
                    "entryFees", 980.0 * joins.size());
        }

        /** From the member up to its organiser. */
        private static List<String> path(String member, Map<String, String> above) {
            List<String> path = new ArrayList<>();
            for (String at = member; at != null; at = above.get(at)) {
                path.add(at);
            }
            return path;
        }

        private static double distinct(Stream<?> values) {
            return values.distinct().count();
        }

        private static double yuan(List<FundFlow> flows) {
            return yuan(flows.stream().map(FundFlow::getAmountFen));
        }

        private static double yuan(Stream<Long> fen) {
            return fen.mapToLong(Long::longValue).sum() / 100.0;
        }
    }
}
