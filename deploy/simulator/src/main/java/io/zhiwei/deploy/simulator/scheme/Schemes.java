package io.zhiwei.deploy.simulator.scheme;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Outbox;
import io.zhiwei.deploy.simulator.Population;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.trade.Registry;
import io.zhiwei.deploy.simulator.trade.Trade;
import io.zhiwei.deploy.simulator.trade.Trader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every scheme of a simulation: who does wrong, how, and on which days. */
public final class Schemes implements Population {

    private static final double A_KIND_AND_MONTH = 2;
    private static final int MONTH = 30;
    private static final double MEDIAN_INTERVAL = 32;
    private static final double INTERVAL_SPREAD = 0.7;
    private static final int LONGEST_INTERVAL = 70;

    private final Settings settings;
    private final Trade trade;
    private final Cast cast;
    private final List<Scheme> schemes = new ArrayList<>();

    /** Plans the schemes of a city. */
    public Schemes(Settings settings, Trade trade) {
        this.settings = settings;
        this.trade = trade;
        this.cast = new Cast(trade.city());
        Stream.of(DrugKinds.all(), PrescriptionKinds.all(), SpecialDrugKinds.all(), DeviceKinds.all())
                .flatMap(List::stream)
                .forEach(this::plan);
    }

    private void plan(Kind kind) {
        int times = settings.scaled(A_KIND_AND_MONTH * settings.days() / MONTH, 1);
        int lastStart = settings.days() - kind.days();
        for (int i = 0; i < times && lastStart >= 0; i++) {
            Chance chance = Chance.of(settings.seed(), 20, schemes.size());
            int span = kind.longer() ? interval(kind, chance) : kind.days();
            int start = chance.between(0, settings.days() - span);
            schemes.add(new Scheme(
                    kind,
                    i + 1,
                    new Scheme.Time(schemes.size(), start, span),
                    cast.place(kind.host(), chance),
                    new Parts(trade)));
        }
    }

    private int interval(Kind kind, Chance chance) {
        int drawn = (int) chance.logNormal(MEDIAN_INTERVAL, INTERVAL_SPREAD);
        return Math.max(kind.days(), Math.min(Math.min(drawn, LONGEST_INTERVAL), settings.days()));
    }

    @Override
    public List<Plan> plans() {
        return schemes.stream().map(Scheme::plan).toList();
    }

    /** Returns the population that sends the registry before anything else, with what schemes need of it. */
    public Population founders() {
        return new Population() {
            @Override
            public void begin(Outbox outbox) {
                Registry registry = new Registry(trade.city());
                schemes.forEach(scheme -> scheme.register(registry));
                registry.send(outbox);
            }

            @Override
            public void live(int day, Outbox outbox) {
                schemes.forEach(scheme -> scheme.prepare(day));
            }
        };
    }

    @Override
    public void live(int day, Outbox outbox) {
        for (int i = 0; i < schemes.size(); i++) {
            Chance chance = Chance.of(settings.seed(), 21, i, day);
            schemes.get(i).live(Trader.of(settings, day, chance, outbox));
        }
        trade.close(Trader.of(settings, day, Chance.of(settings.seed(), 22, day), outbox));
    }
}
