package io.zhiwei.deploy.simulator.reaction;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Mark;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.schemas.ReportedProductKind;

/** What makes reports many without harm: hospitals that are told to report, and products in the news. */
final class Drives {

    /** Mark of a report that a hospital's campaign brought. */
    static final Mark CAMPAIGN = Mark.lookAlike("AR-CAMPAIGN");

    /** Mark of a report on a product that is in the news. */
    static final Mark NEWS = Mark.lookAlike("AR-NEWS");

    private static final int CAMPAIGN_EVERY = 60;
    private static final int CAMPAIGN_DAYS = 30;
    private static final int NEWS_EVERY = 90;
    private static final int NEWS_DAYS = 21;
    private static final int LARGE = 60;
    private static final int WELL_KNOWN = 30;

    private final Settings settings;
    private final Market market;

    Drives(Settings settings, Market market) {
        this.settings = settings;
        this.market = market;
    }

    /** Returns whether the reporter has a campaign on a day; it then reports twice as much of everything. */
    boolean isCampaign(Reporter reporter, int day) {
        int number = Chance.of(settings.seed(), 46, day / CAMPAIGN_EVERY).below(LARGE);
        return day % CAMPAIGN_EVERY < CAMPAIGN_DAYS && Reporter.hospital(number).equals(reporter);
    }

    /** Returns whether the case is about a drug that is in the news on a day. */
    boolean isFlood(Suspicion suspicion, int day) {
        if (day % NEWS_EVERY >= NEWS_DAYS || suspicion.product().kind() != ReportedProductKind.DRUG) {
            return false;
        }
        int number = Chance.of(settings.seed(), 47, day / NEWS_EVERY).below(WELL_KNOWN);
        return market.products(ReportedProductKind.DRUG).get(number).equals(suspicion.product());
    }

    /** Draws how many reports more a case draws after it: one in a campaign, about three in the news. */
    int further(Suspicion suspicion, int day, Chance chance) {
        if (isCampaign(suspicion.reporter(), day)) {
            return 1;
        }
        return isFlood(suspicion, day) ? chance.poisson(3) : 0;
    }
}
