package io.zhiwei.deploy.simulator.fund;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.schemas.AgeBand;
import io.zhiwei.schemas.FlowChannel;
import io.zhiwei.schemas.FlowPurpose;
import io.zhiwei.schemas.FundraisingComplaintKind;
import io.zhiwei.schemas.PartyKind;
import io.zhiwei.schemas.PartyRelation;
import io.zhiwei.schemas.PayoutKind;
import io.zhiwei.schemas.PayoutStatus;
import io.zhiwei.schemas.SchemeDress;
import io.zhiwei.schemas.SignKind;

/** An honest enterprise that takes money from persons and looks like a scheme in some way (section 6). */
final class HonestFirm {

    /** In which way it looks like one. */
    enum Kind {
        /** Opens one shop after another; customers pay for goods. */
        CHAIN_SHOP,
        /** Sells cards for services to come, most of them in a season. */
        PREPAID_SELLER,
        /** Licensed bank with many savers. */
        LICENSED_BODY,
        /** Registered private fund with few holders of a million and more. */
        REGISTERED_FUND,
        /** Charity that appeals to the public. */
        CHARITY,
        /** Borrows from its own staff. */
        STAFF_LOAN,
        /** Pays its sellers for their own sales of goods. */
        DIRECT_SELLER,
        /** Lends its own money and gets it back with interest. */
        MICRO_LENDER,
        /** Licensed insurer with many policies. */
        INSURER,
        /** Collects for goods that are still to be made, and delivers them. */
        CROWDFUNDING,
        /** Co-operative whose members put money in and share its result. */
        COOPERATIVE,
        /** Company that friends of the founder hold shares of. */
        FRIENDS_EQUITY,
        /** Collects fees for school or property from the same payers again and again. */
        FEE_COLLECTOR
    }

    private static final int MONTH = 30;

    private final String entity;
    private final Kind kind;
    private final int season;
    private int persons;

    HonestFirm(String entity, Kind kind, int season) {
        this.entity = entity;
        this.kind = kind;
        this.season = season;
    }

    String entity() {
        return entity;
    }

    Kind kind() {
        return kind;
    }

    /** Returns whether its scope has sales or services to consumers. */
    boolean sells() {
        return kind != Kind.STAFF_LOAN && kind != Kind.FRIENDS_EQUITY;
    }

    void live(int day, Books books) {
        switch (kind) {
            case CHAIN_SHOP -> sell(day, 0.4 + day / 200.0, 20_000, books);
            case PREPAID_SELLER -> sell(day, Math.abs(day - season) < 20 ? 5 : 0.3, 150_000, books);
            case LICENSED_BODY -> save(books);
            case REGISTERED_FUND -> subscribe(books);
            case CHARITY -> beGiven(books);
            case STAFF_LOAN -> borrow(day, books);
            case DIRECT_SELLER -> recruit(day, books);
            case MICRO_LENDER -> lend(day, books);
            case INSURER -> insure(books);
            case CROWDFUNDING -> sell(day, day % 90 < 20 ? 4 : 0, 25_000, books);
            case COOPERATIVE -> share(day, 40, 300_000, books);
            case FRIENDS_EQUITY -> share(day, 18, 8_000_000, books);
            case FEE_COLLECTOR -> collect(day, books);
        }
    }

    private String next(Books books) {
        return books.token(Integer.toString(persons++));
    }

    private static AgeBand age(Chance chance) {
        return chance.happens(0.25) ? AgeBand.FROM_60 : AgeBand.FROM_30;
    }

    private void sell(int day, double mean, long medianFen, Books books) {
        int come = books.chance().poisson(mean);
        long sum = 0;
        for (int i = 0; i < come; i++) {
            long fen = (long) books.chance().logNormal(medianFen, 0.6);
            books.takes(next(books), age(books.chance()), "420704", fen, FlowPurpose.SALE);
            sum += fen;
        }
        if (sum > 0) {
            books.pays(
                    books.token("supplier"),
                    PartyKind.ENTERPRISE,
                    sum * 6 / 10,
                    FlowPurpose.SUPPLIER,
                    FlowChannel.TRANSFER);
        }
        if (books.chance().happens(0.004)) {
            books.isComplainedOf(next(books), FundraisingComplaintKind.NO_REFUND, medianFen);
        }
        if (day % 60 == season % 60) {
            books.shows(SignKind.GIFT, entity + "-shop-" + day % 2, 40);
        }
    }

    private void save(Books books) {
        int come = books.chance().poisson(1.5);
        for (int i = 0; i < come; i++) {
            String saver = next(books);
            AgeBand age = age(books.chance());
            long fen = books.chance().between(1, 20) * 1_000_000L;
            books.signs(saver, age, fen, 1.1 + season % 3 * 0.5, SchemeDress.UNKNOWN, PartyRelation.UNKNOWN);
            books.takes(saver, age, "420704", fen, FlowPurpose.INVESTMENT);
        }
    }

    private void subscribe(Books books) {
        if (persons < 80 && books.chance().happens(0.2)) {
            String holder = next(books);
            long fen = books.chance().between(100, 400) * 1_000_000L;
            books.signs(holder, AgeBand.FROM_45, fen, 6 + season % 3, SchemeDress.PRIVATE_FUND, PartyRelation.UNKNOWN);
            books.takes(holder, AgeBand.FROM_45, "310000", fen, FlowPurpose.INVESTMENT);
        }
    }

    private void beGiven(Books books) {
        int come = books.chance().poisson(1);
        for (int i = 0; i < come; i++) {
            books.takes(
                    next(books),
                    age(books.chance()),
                    "420704",
                    (long) books.chance().logNormal(10_000, 1),
                    FlowPurpose.UNKNOWN);
        }
    }

    private void borrow(int day, Books books) {
        if (persons < 15 && day > season && books.chance().happens(0.05)) {
            String colleague = next(books);
            long fen = books.chance().between(1, 5) * 1_000_000L;
            books.signs(colleague, AgeBand.FROM_30, fen, 5 + season % 4, SchemeDress.UNKNOWN, PartyRelation.STAFF);
            books.takes(colleague, AgeBand.FROM_30, "420704", fen, FlowPurpose.INVESTMENT);
        }
        if (day % MONTH == 0) {
            for (int i = 0; i < persons; i++) {
                books.payout(books.token(Integer.toString(i)), 15_000, PayoutKind.INTEREST, PayoutStatus.PAID);
            }
        }
    }

    private void lend(int day, Books books) {
        if (books.chance().happens(0.3)) {
            books.pays(
                    next(books),
                    PartyKind.NATURAL_PERSON,
                    books.chance().between(1, 10) * 1_000_000L,
                    FlowPurpose.OTHER,
                    FlowChannel.TRANSFER);
        }
        for (int i = 0; i < persons; i++) {
            if ((day + 7 * i) % MONTH == 0) {
                books.takes(books.token(Integer.toString(i)), AgeBand.FROM_30, "420704", 90_000, FlowPurpose.OTHER);
            }
        }
    }

    private void insure(Books books) {
        int come = books.chance().poisson(1.2);
        for (int i = 0; i < come; i++) {
            String holder = next(books);
            AgeBand age = age(books.chance());
            books.signs(holder, age, 10_000, 2.5, SchemeDress.INSURANCE, PartyRelation.UNKNOWN);
            books.takes(holder, age, "420704", 10_000, FlowPurpose.SALE);
        }
    }

    /** Money without a promised rate; what comes back depends on the result of the year. */
    private void share(int day, int most, long medianFen, Books books) {
        if (persons < most && books.chance().happens(0.25)) {
            String member = next(books);
            AgeBand age = age(books.chance());
            long fen = (long) books.chance().logNormal(medianFen, 0.4);
            books.signs(member, age, fen, Double.NaN, SchemeDress.UNKNOWN, PartyRelation.OWNER);
            books.takes(member, age, "420704", fen, FlowPurpose.INVESTMENT);
        }
        if (day % 180 == season % 180) {
            for (int i = 0; i < persons; i++) {
                books.pays(
                        books.token(Integer.toString(i)),
                        PartyKind.NATURAL_PERSON,
                        (long) books.chance().logNormal(medianFen / 50.0, 0.5),
                        FlowPurpose.OTHER,
                        FlowChannel.TRANSFER);
            }
        }
    }

    private void collect(int day, Books books) {
        if (day % MONTH == season % MONTH) {
            for (int i = 0; i < 60; i++) {
                books.takes(books.token(Integer.toString(i)), AgeBand.FROM_30, "420704", 48_000, FlowPurpose.SALE);
            }
            books.pays(
                    books.token("staff"), PartyKind.NATURAL_PERSON, 2_000_000, FlowPurpose.WAGE, FlowChannel.TRANSFER);
        }
    }

    private void recruit(int day, Books books) {
        if (books.chance().happens(0.2)) {
            books.brings(books.token("firm"), next(books), 60_000, 55_000);
        }
        sell(day, 0.5, 30_000, books);
    }
}
