package io.zhiwei.deploy.simulator.fund;

import io.zhiwei.schemas.SchemeDress;

/**
 * What a scheme looks like, and how it takes and pays. The numbers are ours, drawn from the signatures that the
 * specification gives for each field (section 4).
 */
enum Dress {
    ELDERLY_CARE(SchemeDress.ELDERLY_CARE, 8.5, 14, 45_000, 0.7, true, false),
    PRIVATE_FUND(SchemeDress.PRIVATE_FUND, 10, 18, 120_000, 0.25, true, false),
    WEALTH(SchemeDress.WEALTH, 9, 20, 60_000, 0.4, true, false),
    TOKEN(SchemeDress.TOKEN, 60, 300, 15_000, 0.15, false, true),
    PREPAID(SchemeDress.PREPAID, 7, 12, 12_000, 0.3, false, false),
    AGRICULTURE(SchemeDress.AGRICULTURE, 9, 20, 25_000, 0.45, true, false),
    EDUCATION(SchemeDress.PREPAID, 8, 15, 20_000, 0.1, false, false),
    REAL_ESTATE(SchemeDress.REAL_ESTATE, 8, 14, 150_000, 0.3, true, false),
    GOODS(SchemeDress.GOODS, 12, 36, 9_000, 0.35, true, false),
    INSURANCE(SchemeDress.INSURANCE, 7, 12, 50_000, 0.5, false, false),
    MUTUAL_AID(SchemeDress.MUTUAL_AID, 12, 24, 20_000, 0.4, false, true),
    CULTURE(SchemeDress.CULTURE, 10, 24, 40_000, 0.5, true, false),
    CHARITY(SchemeDress.CHARITY, 20, 100, 4_000, 0.4, true, true);

    private final SchemeDress contract;
    private final double lowestRate;
    private final double highestRate;
    private final double medianYuan;
    private final double elderly;
    private final boolean meets;
    private final boolean recruits;

    Dress(
            SchemeDress contract,
            double lowestRate,
            double highestRate,
            double medianYuan,
            double elderly,
            boolean meets,
            boolean recruits) {
        this.contract = contract;
        this.lowestRate = lowestRate;
        this.highestRate = highestRate;
        this.medianYuan = medianYuan;
        this.elderly = elderly;
        this.meets = meets;
        this.recruits = recruits;
    }

    SchemeDress contract() {
        return contract;
    }

    double lowestRate() {
        return lowestRate;
    }

    double highestRate() {
        return highestRate;
    }

    /** Returns the median principal, yuan. */
    double medianYuan() {
        return medianYuan;
    }

    /** Returns the share of investors of sixty or more. */
    double elderly() {
        return elderly;
    }

    /** Returns whether the scope in the register has sales or services to consumers. */
    boolean sells() {
        return switch (this) {
            case ELDERLY_CARE, PREPAID, EDUCATION, GOODS, CULTURE -> true;
            case PRIVATE_FUND, WEALTH, TOKEN, AGRICULTURE, REAL_ESTATE, INSURANCE, MUTUAL_AID, CHARITY -> false;
        };
    }

    /** Returns whether people pay to accounts of persons. */
    boolean takesOnPersonalAccounts() {
        return this == MUTUAL_AID || this == CHARITY;
    }

    boolean meets() {
        return meets;
    }

    boolean recruits() {
        return recruits;
    }
}
