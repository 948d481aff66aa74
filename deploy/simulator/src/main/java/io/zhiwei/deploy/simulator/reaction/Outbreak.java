package io.zhiwei.deploy.simulator.reaction;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Mark;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.city.Fact;
import io.zhiwei.deploy.simulator.scheme.Plan;
import io.zhiwei.schemas.RegistryRecord;
import io.zhiwei.schemas.Seriousness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One harm on its days: all its cases are drawn when it is planned. */
final class Outbreak {

    private static final int POPULAR = 40;
    private static final int KNOWN = 900;
    private static final double LATE = 0.7;
    private static final int CONFIRMED_DAYS = 10;

    private final Harm harm;
    private final String id;
    private final Product product;
    private final String batch;
    private final List<Reporter> reporters;
    private final List<List<Suspicion>> byDay = new ArrayList<>();
    private final Settings settings;
    private final Market market;
    private final int start;

    /** Draws an outbreak that begins on a day. */
    Outbreak(Harm harm, int number, int start, Settings settings, Market market) {
        this.harm = harm;
        this.id = harm.indicator() + "-R" + number;
        this.settings = settings;
        this.market = market;
        this.start = start;
        Chance chance = Chance.of(settings.seed(), 41, harm.ordinal(), number);
        this.product = product(chance);
        this.batch = harm.ofBatch() ? product.batch(settings.start().plusDays(start - 90L), 9_000 + number) : "";
        this.reporters =
                Reporter.hospitals(harm == Harm.ONE_WARD || harm == Harm.LATE_UNIT ? 1 : chance.between(3, 6), chance);
        int cases = chance.between(harm.least(), harm.most());
        for (int day = 0; day < harm.days(); day++) {
            byDay.add(new ArrayList<>());
        }
        for (int i = 0; i < cases; i++) {
            byDay.get(Math.min(i * harm.days() / cases, harm.days() - 1)).add(suspicion(i, cases, chance));
        }
    }

    /** Returns what the truth will say. */
    Plan plan() {
        String model = Harm.model(harm.kind());
        if (harm == Harm.LATE_UNIT) {
            return new Plan(
                    id, model, harm.indicator(), "reporter", reporters.get(0).orgId(), List.of());
        }
        return harm.ofBatch()
                ? new Plan(id, model, harm.indicator(), "batch", product.name() + " · " + batch, List.of())
                : new Plan(id, model, harm.indicator(), "product", product.name(), List.of());
    }

    /** Returns the cases of a day. */
    List<Suspicion> of(int day) {
        return day < start || day >= start + byDay.size() ? List.of() : byDay.get(day - start);
    }

    /** Returns what the registers know of its batch before the first day; empty where they know nothing. */
    Optional<RegistryRecord> known() {
        if (harm != Harm.SUSPECT_BATCH) {
            return Optional.empty();
        }
        Instant confirmed = settings.midnight(-CONFIRMED_DAYS);
        return Optional.of(Fact.of("batch-finding", product.approvalNo() + "|" + batch)
                .text("finding", "RETURNED_DRUG")
                .text("alertId", id)
                .from(confirmed)
                .recordedAt(confirmed));
    }

    private Product product(Chance chance) {
        Predicate<Product> fits = switch (harm) {
            case NEW_REACTION -> drug -> drug.name().startsWith("虚拟药") && !drug.lists(reaction(chance));
            case LATE_UNIT, SUSPECT_BATCH -> drug -> drug.name().startsWith("虚拟药");
            case BAD_BATCH, DANGEROUS_BATCH, DEADLY_BATCH, ONE_WARD, GROUP_EVENT ->
                drug -> drug.route().equals("INJECTION");
            case DEVICE_FAULT -> device -> device.route().equals("INJECTION");
            case STEROID_CREAM -> cosmetic -> cosmetic.form().equals("CREAM");
            case CHILD_COSMETIC -> cosmetic -> cosmetic.form().equals("CHILD_CREAM");
        };
        List<Product> all = market.products(harm.kind()).stream().filter(fits).toList();
        return all.get(chance.between(Math.min(POPULAR, all.size() / 2), Math.min(KNOWN, all.size() - 1)));
    }

    private Suspicion suspicion(int number, int cases, Chance chance) {
        int day = start + Math.min(number * harm.days() / cases, harm.days() - 1);
        Instant received = settings.midnight(day).plusSeconds(chance.between(8 * 3_600, 18 * 3_600));
        Reporter reporter = reporters.get(number % reporters.size());
        boolean dead = harm == Harm.DEADLY_BATCH && number == cases - 1;
        String own =
                harm.ofBatch() ? batch : product.batch(settings.start().plusDays(day - 120L), chance.between(1, 8_000));
        return new Suspicion(
                id + "-" + number,
                product,
                own,
                List.of(reaction(chance)),
                dead ? List.of(Seriousness.DEATH) : grounds(chance),
                reporter,
                received,
                dead ? Duration.ofHours(8) : delay(chance),
                Mark.scheme(id));
    }

    private Reaction reaction(Chance chance) {
        return harm.terms().isEmpty()
                ? market.reaction(harm.kind(), chance)
                : market.reaction(
                        harm.kind(),
                        harm.terms()
                                .get((int) (id.hashCode() & 1) % harm.terms().size()));
    }

    private List<Seriousness> grounds(Chance chance) {
        return switch (harm) {
            case NEW_REACTION, CHILD_COSMETIC -> List.of(Seriousness.HOSPITALISATION);
            case DANGEROUS_BATCH, DEADLY_BATCH -> List.of(Seriousness.LIFE_THREATENING);
            case DEVICE_FAULT -> chance.happens(0.4) ? List.of(Seriousness.POSSIBLE_HARM) : List.of();
            case GROUP_EVENT -> chance.happens(0.3) ? List.of(Seriousness.HOSPITALISATION) : List.of();
            case BAD_BATCH, ONE_WARD, LATE_UNIT, STEROID_CREAM, SUSPECT_BATCH -> List.of();
        };
    }

    private Duration delay(Chance chance) {
        boolean late = harm == Harm.LATE_UNIT && chance.happens(LATE);
        return late ? Duration.ofHours(chance.between(32 * 24, 60 * 24)) : Duration.ofHours(chance.between(4, 40));
    }
}
