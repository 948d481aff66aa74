package io.zhiwei.deploy.simulator.fund;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Hashes;
import io.zhiwei.deploy.simulator.Mark;
import io.zhiwei.deploy.simulator.Milestones;
import io.zhiwei.deploy.simulator.Outbox;
import io.zhiwei.deploy.simulator.Population;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.city.Fact;
import io.zhiwei.deploy.simulator.scheme.Plan;
import io.zhiwei.schemas.RegistryRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Illegal fund-raising and honest firms that look like it, ten to one scheme. A simulation of less than half a year has
 * none: a scheme needs time to grow and to fall.
 */
public final class Fundraising implements Population {

    private static final String MODEL = "illegal-fundraising";
    private static final int LEAST_DAYS = 180;
    private static final int YEAR = 365;
    private static final double SCHEMES_A_YEAR = 3_000;
    private static final int HONEST_FOR_EACH = 10;
    private static final String REGION = "420704";
    private static final List<String> KINDS =
            List.of("financial-licence", "private-fund", "fundraising-charity", "enterprise");
    /** Capital that an enterprise has promised, 10 000 yuan. */
    private static final double SUBSCRIBED = 1_000;

    private final Settings settings;
    private final Hashes hashes;
    private final List<FundScheme> schemes = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();
    private final List<HonestFirm> firms = new ArrayList<>();

    /** Plans the enterprises of a city. */
    public Fundraising(Settings settings) {
        this.settings = settings;
        this.hashes = new Hashes(settings.seed());
        if (settings.days() < LEAST_DAYS) {
            return;
        }
        int count = settings.scaled(SCHEMES_A_YEAR * settings.days() / YEAR, Dress.values().length);
        for (int i = 0; i < count; i++) {
            plan(i);
        }
        for (int i = 0; i < count * HONEST_FOR_EACH; i++) {
            HonestFirm.Kind kind = HonestFirm.Kind.values()[i % HonestFirm.Kind.values().length];
            int season = Chance.of(settings.seed(), 41, i).between(0, settings.days());
            firms.add(new HonestFirm("914207HF%08d".formatted(i), kind, season));
        }
    }

    private void plan(int index) {
        Chance chance = Chance.of(settings.seed(), 40, index);
        Dress dress = Dress.values()[index % Dress.values().length];
        int life = chance.between(LEAST_DAYS - 40, Math.min(settings.days() - 20, 330));
        int start = chance.between(0, settings.days() - 10 - life);
        double rate = Math.round(chance.uniform(dress.lowestRate(), dress.highestRate()) * 10) / 10.0;
        String entity = "914207FS%08d".formatted(index);
        schemes.add(new FundScheme(entity, dress, start, start + life, chance.between(90, 260), rate));
        plans.add(new Plan("fund-" + dress + "-" + index, MODEL, dress.name(), "enterprise", entity, List.of()));
    }

    /** Returns what the truth may say. */
    @Override
    public List<Plan> plans() {
        return plans;
    }

    /** Returns when each scheme so far was launched, crossed the filing line and collapsed, by its identifier. */
    public Map<String, Milestones> milestones() {
        Map<String, Milestones> result = new LinkedHashMap<>();
        for (int i = 0; i < schemes.size(); i++) {
            FundScheme scheme = schemes.get(i);
            result.put(
                    plans.get(i).id(),
                    new Milestones(settings.midnight(scheme.start()), day(scheme.filingDay()), day(scheme.collapse())));
        }
        return result;
    }

    private @Nullable Instant day(int day) {
        return day < 0 ? null : settings.midnight(day);
    }

    @Override
    public void begin(Outbox outbox) {
        if (firms.isEmpty()) {
            // A city without them has no register of them either, complete or not.
            return;
        }
        Instant before = settings.midnight(-1);
        for (HonestFirm firm : firms) {
            switch (firm.kind()) {
                case LICENSED_BODY ->
                    outbox.send(
                            Fact.of("financial-licence", firm.entity())
                                    .text("body", "BANK")
                                    .flag("takesPublicMoney", true)
                                    .recordedAt(before),
                            before);
                case REGISTERED_FUND ->
                    outbox.send(
                            Fact.of("private-fund", firm.entity())
                                    .text("fundNo", "S" + firm.entity())
                                    .recordedAt(before),
                            before);
                case CHARITY ->
                    outbox.send(Fact.of("fundraising-charity", firm.entity()).recordedAt(before), before);
                case MICRO_LENDER ->
                    outbox.send(
                            Fact.of("financial-licence", firm.entity())
                                    .text("body", "MICRO_LOAN")
                                    .flag("takesPublicMoney", false)
                                    .recordedAt(before),
                            before);
                case INSURER ->
                    outbox.send(
                            Fact.of("financial-licence", firm.entity())
                                    .text("body", "INSURANCE")
                                    .flag("takesPublicMoney", true)
                                    .recordedAt(before),
                            before);
                case CHAIN_SHOP,
                        PREPAID_SELLER,
                        STAFF_LOAN,
                        DIRECT_SELLER,
                        CROWDFUNDING,
                        COOPERATIVE,
                        FRIENDS_EQUITY,
                        FEE_COLLECTOR ->
                    outbox.send(enterprise(firm.entity(), firm.sells(), false, 0.6, before), before);
            }
        }
        for (int i = 0; i < schemes.size(); i++) {
            Dress dress = schemes.get(i).dress();
            boolean financial = dress == Dress.WEALTH || dress == Dress.PRIVATE_FUND;
            outbox.send(enterprise(plans.get(i).subjectKey(), dress.sells(), financial, 0.05, before), before);
        }
        for (String kind : KINDS) {
            outbox.send(Fact.complete(kind, before), before);
        }
    }

    private static RegistryRecord enterprise(
            String entity, boolean sells, boolean financial, double paidIn, Instant before) {
        return Fact.of("enterprise", entity)
                .flag("sellsToConsumers", sells)
                .flag("financeWords", financial)
                .number("subscribed", SUBSCRIBED)
                .number("paidIn", SUBSCRIBED * paidIn)
                .recordedAt(before);
    }

    @Override
    public void live(int day, Outbox outbox) {
        for (int i = 0; i < schemes.size(); i++) {
            Plan plan = plans.get(i);
            schemes.get(i).live(day, books(day, 42, i, plan.subjectKey(), Mark.scheme(plan.id()), outbox));
        }
        for (int i = 0; i < firms.size(); i++) {
            HonestFirm firm = firms.get(i);
            Mark mark = Mark.lookAlike(firm.kind().name());
            firm.live(day, books(day, 43, i, firm.entity(), mark, outbox));
        }
    }

    private Books books(int day, int part, int index, String entity, Mark mark, Outbox outbox) {
        Chance chance = Chance.of(settings.seed(), part, index, day);
        return new Books(entity, REGION, mark, settings.midnight(day), chance, outbox, hashes);
    }
}
