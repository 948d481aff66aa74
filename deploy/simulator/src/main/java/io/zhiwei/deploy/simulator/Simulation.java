package io.zhiwei.deploy.simulator;

import io.zhiwei.deploy.simulator.scheme.Schemes;
import io.zhiwei.deploy.simulator.trade.Trade;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The events of a city in the order of their arrival. It holds about a day of them at a time, however long the
 * simulation. What is true of them is complete once the last has been taken. Not thread-safe.
 */
public final class Simulation implements Iterator<Happening> {

    private final Settings settings;
    private final List<Population> populations;
    private final Outbox outbox = new Outbox();
    private final TruthLog truth;
    private int nextDay;

    /** Makes the simulation of trade, schemes, and advertising where there are templates. */
    public static Simulation of(Settings settings) {
        return of(settings, List.of());
    }

    /** Makes a simulation with further populations. */
    public static Simulation of(Settings settings, List<Population> further) {
        Trade trade = new Trade(settings);
        Schemes schemes = new Schemes(settings, trade);
        List<Population> all = new ArrayList<>(List.of(schemes.founders(), trade, schemes));
        if (!settings.advertisements().isEmpty()) {
            all.add(new Advertising(settings));
        }
        all.addAll(further);
        return new Simulation(settings, all, new TruthLog(schemes.plans()));
    }

    private Simulation(Settings settings, List<Population> populations, TruthLog truth) {
        this.settings = settings;
        this.populations = List.copyOf(populations);
        this.truth = truth;
        outbox.beginDay(settings.midnight(-1));
        populations.forEach(population -> population.begin(outbox));
    }

    @Override
    public boolean hasNext() {
        while (!outbox.isDue(endOfKnown()) && nextDay < settings.days()) {
            outbox.beginDay(settings.midnight(nextDay));
            for (Population population : populations) {
                population.live(nextDay, outbox);
            }
            nextDay++;
        }
        return !outbox.isEmpty();
    }

    @Override
    public Happening next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The simulated city has no more events.");
        }
        Happening happening = outbox.take();
        truth.note(happening);
        return happening;
    }

    /** Returns the days that are wholly or partly behind, for progress. */
    public int daysLived() {
        return nextDay;
    }

    /** Returns the schemes of which events have been taken so far, in the order of their plan. */
    public List<SchemeTruth> truth() {
        return truth.schemes();
    }

    private java.time.@Nullable Instant endOfKnown() {
        return nextDay < settings.days() ? settings.midnight(nextDay) : null;
    }
}
