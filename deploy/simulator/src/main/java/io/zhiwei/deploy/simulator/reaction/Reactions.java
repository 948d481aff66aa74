package io.zhiwei.deploy.simulator.reaction;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Mark;
import io.zhiwei.deploy.simulator.Outbox;
import io.zhiwei.deploy.simulator.Population;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.scheme.Plan;
import io.zhiwei.schemas.ReportedProductKind;
import io.zhiwei.schemas.Seriousness;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reports that the centre of the province receives: the city's own would be eight a day, too few for a statistic. Base rates
 * are those of the annual reports of 2024, per million people.
 */
public final class Reactions implements Population {

    private static final double MILLIONS = 58.3;
    private static final Map<ReportedProductKind, Double> A_YEAR_AND_MILLION = Map.of(
            ReportedProductKind.DRUG, 1_842.0, ReportedProductKind.DEVICE, 671.0, ReportedProductKind.COSMETIC, 138.0);
    private static final double DAYS_A_YEAR = 365;
    private static final double WEEKEND = 0.35;
    private static final double WEEKDAY = (7 - 2 * WEEKEND) / 5;
    private static final double LAST_QUARTER = 1.25;
    private static final double NEW_YEAR = 0.4;
    private static final Set<String> DESIGNATED = Set.of("过敏性休克", "Stevens-Johnson综合征", "再生障碍性贫血", "肝衰竭", "粒细胞缺乏");
    private static final double A_KIND_AND_MONTH = 2;
    private static final int MONTH = 30;
    private static final double DEADLY_OF_SERIOUS = 0.004;
    private static final double NO_BATCH = 0.15;
    private static final double BATCHES_A_REPORT = 7.5;
    private static final double MOST_BATCHES = 8_000;
    private static final double FURTHER_REACTIONS = 0.7;

    private final Settings settings;
    private final Market market = new Market();
    private final Desk desk;
    private final Drives drives;
    private final List<Outbreak> outbreaks = new ArrayList<>();
    private final List<Plan> duties = new ArrayList<>();

    /** Plans what happens in the province. */
    public Reactions(Settings settings) {
        this.settings = settings;
        this.desk = new Desk(settings);
        this.drives = new Drives(settings, market);
        for (Harm harm : Harm.values()) {
            plan(harm);
        }
    }

    private void plan(Harm harm) {
        int times = settings.scaled(A_KIND_AND_MONTH * settings.days() / MONTH, 1);
        int lastStart = settings.days() - harm.days();
        for (int i = 0; i < times && lastStart >= 0; i++) {
            int start = Chance.of(settings.seed(), 40, harm.ordinal(), i).between(0, lastStart);
            outbreaks.add(new Outbreak(harm, i + 1, start, settings, market));
        }
    }

    @Override
    public List<Plan> plans() {
        List<Plan> plans =
                new ArrayList<>(outbreaks.stream().map(Outbreak::plan).toList());
        plans.addAll(duties);
        return plans;
    }

    /** The registers come before all else that the evening before the first day brings. */
    @Override
    public void begin(Outbox outbox) {
        Instant noon = settings.midnight(0).minus(Duration.ofHours(12));
        outbreaks.forEach(outbreak -> outbreak.known().ifPresent(record -> outbox.send(record, noon)));
    }

    @Override
    public void live(int day, Outbox outbox) {
        for (ReportedProductKind kind :
                List.of(ReportedProductKind.DRUG, ReportedProductKind.DEVICE, ReportedProductKind.COSMETIC)) {
            Chance chance = Chance.of(settings.seed(), 42, day, kind.ordinal());
            int reports = chance.poisson(A_YEAR_AND_MILLION.getOrDefault(kind, 0.0)
                    * MILLIONS
                    / DAYS_A_YEAR
                    * settings.scale()
                    * busy(settings.start().plusDays(day)));
            for (int i = 0; i < reports; i++) {
                ordinary(kind, day, i, outbox);
            }
        }
        Chance chance = Chance.of(settings.seed(), 43, day);
        outbreaks.forEach(outbreak -> outbreak.of(day).forEach(suspicion -> desk.send(suspicion, chance, outbox)));
    }

    private void ordinary(ReportedProductKind kind, int day, int number, Outbox outbox) {
        Chance chance = Chance.of(settings.seed(), 44, day, kind.ordinal(), number);
        String id = "AR-" + kind.name().charAt(0) + "-" + day + "-" + number;
        Suspicion suspicion = draw(id, market.product(kind, chance), Reporter.draw(chance), day, chance);
        desk.send(drives.isFlood(suspicion, day) ? as(suspicion, Drives.NEWS) : suspicion, chance, outbox);
        int further = drives.further(suspicion, day, chance);
        for (int more = 1; more <= further; more++) {
            Chance extra = Chance.of(settings.seed(), 45, day, kind.ordinal(), number, more);
            boolean campaign = drives.isCampaign(suspicion.reporter(), day);
            Product product = campaign ? market.product(kind, extra) : suspicion.product();
            Reporter reporter = campaign ? suspicion.reporter() : Reporter.draw(extra);
            Suspicion drawn = draw(id + "-" + more, product, reporter, day, extra);
            desk.send(as(drawn, campaign ? Drives.CAMPAIGN : Drives.NEWS), extra, outbox);
        }
    }

    /** What is true of a case by law stays true in a drive. */
    private static Suspicion as(Suspicion of, Mark mark) {
        Mark now = of.mark().scheme().isEmpty() ? mark : of.mark();
        return new Suspicion(
                of.id(),
                of.product(),
                of.batch(),
                of.reactions(),
                of.grounds(),
                of.reporter(),
                of.received(),
                of.delay(),
                now);
    }

    private Suspicion draw(String id, Product product, Reporter reporter, int day, Chance chance) {
        List<Reaction> reactions = reactions(product.kind(), chance);
        List<Seriousness> grounds = grounds(product.kind(), reactions.get(0), chance);
        Mark mark = duty(id, product, reactions, grounds);
        return new Suspicion(
                id,
                product,
                batch(product, day, chance),
                reactions,
                grounds,
                reporter,
                settings.midnight(day).plusSeconds(chance.between(8 * 3_600, 18 * 3_600)),
                delay(grounds, chance),
                mark);
    }

    /** Each death, each designated event that the insert does not name, each serious reaction to a cosmetic is looked at, whatever is behind it. */
    private Mark duty(String id, Product product, List<Reaction> reactions, List<Seriousness> grounds) {
        if (grounds.contains(Seriousness.DEATH)) {
            return duty("AW-06", id, product);
        }
        if (product.kind() == ReportedProductKind.COSMETIC && !grounds.isEmpty()) {
            return duty(product.form().equals("CHILD_CREAM") ? "AW-27" : "AW-26", id, product);
        }
        boolean designated = product.kind() == ReportedProductKind.DRUG
                && reactions.stream()
                        .anyMatch(reaction -> DESIGNATED.contains(reaction.term()) && !product.lists(reaction));
        return designated ? duty("AW-05", id, product) : Mark.ORDINARY;
    }

    private Mark duty(String indicator, String id, Product product) {
        String scheme = indicator + "-" + id;
        duties.add(new Plan(scheme, Harm.model(product.kind()), indicator, "product", product.name(), List.of()));
        return Mark.scheme(scheme);
    }

    private List<Reaction> reactions(ReportedProductKind kind, Chance chance) {
        List<Reaction> result = new ArrayList<>();
        result.add(market.reaction(kind, chance));
        int further = kind == ReportedProductKind.DRUG ? chance.poisson(FURTHER_REACTIONS) : 0;
        for (int i = 0; i < further; i++) {
            Reaction next = market.reaction(kind, chance);
            if (!result.contains(next)) {
                result.add(next);
            }
        }
        return result;
    }

    private static List<Seriousness> grounds(ReportedProductKind kind, Reaction reaction, Chance chance) {
        if (!chance.happens(reaction.serious())) {
            return List.of();
        }
        if (kind != ReportedProductKind.COSMETIC && chance.happens(DEADLY_OF_SERIOUS)) {
            return List.of(Seriousness.DEATH);
        }
        return List.of(kind == ReportedProductKind.DEVICE ? Seriousness.INTERVENTION : Seriousness.HOSPITALISATION);
    }

    private String batch(Product product, int day, Chance chance) {
        double age = 1 + chance.exponential(1.5) + chance.exponential(1.5);
        LocalDate made = settings.start().plusDays(day).minusDays((long) (age * MONTH));
        double aMonth = market.share(product)
                * A_YEAR_AND_MILLION.getOrDefault(product.kind(), 0.0)
                * MILLIONS
                / DAYS_A_YEAR
                * settings.scale()
                * MONTH;
        int batches = (int) Math.max(1, Math.min(MOST_BATCHES, aMonth * BATCHES_A_REPORT));
        String batch = product.batch(made, chance.between(1, batches));
        if (!chance.happens(NO_BATCH)) {
            return batch;
        }
        return chance.happens(0.5) ? "" : "不详";
    }

    /** Log-normal delays through the quantiles of 2012: 83 % of the others within 30 days, 80 % of the serious within 15. */
    private static Duration delay(List<Seriousness> grounds, Chance chance) {
        double days = grounds.isEmpty() ? chance.logNormal(12, 0.95) : chance.logNormal(6, 1.08);
        if (grounds.contains(Seriousness.DEATH)) {
            days = chance.logNormal(0.3, 0.5);
        }
        return Duration.ofMinutes((long) (Math.min(days, 300) * 24 * 60));
    }

    private static double busy(LocalDate date) {
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean late = date.getMonthValue() >= 10;
        // The Spring Festival falls between 21 January and 20 February; its week is taken as the middle of that span.
        boolean festival = date.getDayOfYear() >= 36 && date.getDayOfYear() < 43;
        return (weekend ? WEEKEND : WEEKDAY) * (late ? LAST_QUARTER : 1) * (festival ? NEW_YEAR : 1);
    }
}
