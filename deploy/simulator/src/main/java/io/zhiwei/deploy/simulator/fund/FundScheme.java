package io.zhiwei.deploy.simulator.fund;

import io.zhiwei.schemas.AgeBand;
import io.zhiwei.schemas.FlowChannel;
import io.zhiwei.schemas.FlowPurpose;
import io.zhiwei.schemas.FundraisingComplaintKind;
import io.zhiwei.schemas.PartyKind;
import io.zhiwei.schemas.PartyRelation;
import io.zhiwei.schemas.PayoutKind;
import io.zhiwei.schemas.PayoutStatus;
import io.zhiwei.schemas.SignKind;
import java.util.ArrayList;
import java.util.List;

/** An illegal scheme: it is launched, grows on new money, slackens, stops paying and is gone. */
final class FundScheme {

    private static final int MONTH = 30;
    /** Days before the collapse in which new money fails, and in which payouts fail. */
    private static final int SLACK = 40;

    private static final int FAILING = 20;
    private static final int AFTERMATH = 30;
    private static final long FILING_FEN = 100_000_000L;
    private static final int FILING_PERSONS = 150;
    private static final int PERSONAL_ACCOUNTS = 6;

    private final String entity;
    private final Dress dress;
    private final int start;
    private final int collapse;
    private final int investorsInAll;
    private final double rate;
    private final List<Investor> investors = new ArrayList<>();
    private long taken;
    private int filingDay = -1;

    private record Investor(String token, AgeBand age, long fen, int day) {}

    FundScheme(String entity, Dress dress, int start, int collapse, int investorsInAll, double rate) {
        this.entity = entity;
        this.dress = dress;
        this.start = start;
        this.collapse = collapse;
        this.investorsInAll = investorsInAll;
        this.rate = rate;
    }

    Dress dress() {
        return dress;
    }

    int start() {
        return start;
    }

    int collapse() {
        return collapse;
    }

    /** Returns the day on which the filing line was crossed; -1 where it never was. */
    int filingDay() {
        return filingDay;
    }

    void live(int day, Books books) {
        if (day < start || day > collapse + AFTERMATH) {
            return;
        }
        if (day > collapse) {
            aftermath(day, books);
            return;
        }
        take(day, books);
        payInterest(day, books);
        if (dress.meets() && (day - start) % 5 == 0) {
            books.shows(
                    SignKind.SEMINAR,
                    entity + "-hall-" + (day - start) / 5 % 6,
                    books.chance().between(30, 120));
        }
        if (day > collapse - FAILING) {
            ask(books);
        }
        if ((day - start) % MONTH == 7) {
            spend(day, books);
        }
    }

    /** New investors come ever faster until the money slackens. */
    private void take(int day, Books books) {
        int growing = Math.max(1, collapse - SLACK - start);
        double age = (day - start) / (double) growing;
        double mean = 2.0 * investorsInAll / growing * Math.min(age + 0.05, 1);
        if (day > collapse - SLACK) {
            mean *= Math.exp(-(day - (collapse - SLACK)) / 8.0);
        }
        int come = books.chance().poisson(mean);
        for (int i = 0; i < come; i++) {
            String token = books.token(Integer.toString(investors.size()));
            AgeBand band = books.chance().happens(dress.elderly()) ? AgeBand.FROM_60 : AgeBand.FROM_30;
            long fen = Math.max(1, Math.round(books.chance().logNormal(dress.medianYuan(), 0.5) / 1000)) * 100_000;
            books.signs(token, band, fen, rate, dress.contract(), PartyRelation.UNKNOWN, places());
            pay(token, band, fen, books);
            if (dress.recruits() && !investors.isEmpty()) {
                String inviter =
                        investors.get(books.chance().below(investors.size())).token();
                books.brings(inviter, token, 98_000, 0);
                books.payout(inviter, fen / 10, PayoutKind.REFERRAL, PayoutStatus.PAID);
                books.pays(inviter, PartyKind.NATURAL_PERSON, fen / 10, FlowPurpose.REFERRAL, FlowChannel.TRANSFER);
            }
            investors.add(new Investor(token, band, fen, day));
            taken += fen;
        }
        if (filingDay < 0 && (taken >= FILING_FEN || investors.size() >= FILING_PERSONS)) {
            filingDay = day;
        }
    }

    /** A home sells each of its beds several times. */
    private int places() {
        return dress == Dress.ELDERLY_CARE ? investorsInAll / 3 : 0;
    }

    private void pay(String token, AgeBand band, long fen, Books books) {
        if (dress.takesOnPersonalAccounts()) {
            String account = books.token("account " + books.chance().below(PERSONAL_ACCOUNTS));
            books.takes(token, band, place(books), fen, FlowPurpose.INVESTMENT, account, PartyKind.NATURAL_PERSON);
        } else {
            books.takes(token, band, place(books), fen, FlowPurpose.INVESTMENT);
        }
    }

    private static String place(Books books) {
        double drawn = books.chance().uniform(0, 1);
        return drawn < 0.8 ? "420704" : drawn < 0.9 ? "420100" : drawn < 0.95 ? "410100" : "360400";
    }

    private void payInterest(int day, Books books) {
        for (Investor investor : investors) {
            int age = day - investor.day();
            if (age > 0 && age % MONTH == 0) {
                long interest = Math.max(1, Math.round(investor.fen() * rate / 1200));
                boolean fails = day > collapse - FAILING
                        && books.chance().happens((day - (collapse - FAILING)) / (double) FAILING);
                books.payout(
                        investor.token(),
                        interest,
                        PayoutKind.INTEREST,
                        fails ? PayoutStatus.MISSED : PayoutStatus.PAID);
                if (!fails) {
                    books.pays(
                            investor.token(),
                            PartyKind.NATURAL_PERSON,
                            interest,
                            FlowPurpose.INTEREST,
                            FlowChannel.TRANSFER);
                }
            }
        }
    }

    private void ask(Books books) {
        for (Investor investor : investors) {
            if (books.chance().happens(0.02)) {
                books.payout(investor.token(), investor.fen(), PayoutKind.PRINCIPAL, PayoutStatus.REQUESTED);
                if (books.chance().happens(0.3)) {
                    books.pays(
                            investor.token(),
                            PartyKind.NATURAL_PERSON,
                            investor.fen(),
                            FlowPurpose.PRINCIPAL,
                            FlowChannel.TRANSFER);
                }
            }
        }
    }

    /** Little goes into a business: rent and wages, and the organiser's own. */
    private void spend(int day, Books books) {
        books.pays(books.token("landlord"), PartyKind.ENTERPRISE, taken / 200, FlowPurpose.RENT, FlowChannel.TRANSFER);
        books.pays(books.token("staff"), PartyKind.NATURAL_PERSON, taken / 100, FlowPurpose.WAGE, FlowChannel.TRANSFER);
        boolean flees = dress.recruits() || day > collapse - 2 * SLACK;
        books.pays(
                books.token("organiser"),
                PartyKind.RELATED_PARTY,
                taken / 10,
                FlowPurpose.OTHER,
                flees ? (dress.recruits() ? FlowChannel.TOKEN : FlowChannel.CROSS_BORDER) : FlowChannel.TRANSFER);
    }

    private void aftermath(int day, Books books) {
        if (day == collapse + 1) {
            books.shows(SignKind.OFFICE_CLOSED, entity + "-office", 0);
        }
        for (Investor investor : investors) {
            if (books.chance().happens(0.01)) {
                books.isComplainedOf(investor.token(), FundraisingComplaintKind.NO_PAYOUT, investor.fen());
            }
        }
    }
}
