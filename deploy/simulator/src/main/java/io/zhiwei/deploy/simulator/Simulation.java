package io.zhiwei.deploy.simulator;

import io.zhiwei.deploy.simulator.fund.Fundraising;
import io.zhiwei.deploy.simulator.reaction.Reactions;
import io.zhiwei.deploy.simulator.scheme.Schemes;
import io.zhiwei.deploy.simulator.trade.Trade;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of a city in the order of their arrival. It holds about a day of them at a time, however long the
 * simulation. What is true of them is complete once the last has been taken. Not thread-safe.
 */
public final class Simulation implements Iterator<Happening> {

    private final Settings settings;
    private final List<Population> populations;
    private final Outbox outbox = new Outbox();
    private final TruthLog truth = new TruthLog();
    private final Fundraising fundraising;
    private int nextDay;

    /** Makes the simulation of the whole city. */
    public static Simulation of(Settings settings) {
        return of(settings, Family.all());
    }

    /** Makes the simulation of some families; of advertising only where there are templates. */
    public static Simulation of(Settings settings, Set<Family> families) {
        List<Population> all = new ArrayList<>();
        if (families.contains(Family.TRADE)) {
            Trade trade = new Trade(settings);
            Schemes schemes = new Schemes(settings, trade);
            all.addAll(List.of(schemes.founders(), trade, schemes));
        }
        if (families.contains(Family.ADVERTISING) && !settings.advertisements().isEmpty()) {
            all.add(new Advertising(settings));
        }
        if (families.contains(Family.REACTIONS)) {
            all.add(new Reactions(settings));
        }
        Fundraising fundraising = new Fundraising(settings);
        if (families.contains(Family.FUNDRAISING)) {
            all.add(fundraising);
        }
        return new Simulation(settings, all, fundraising);
    }

    private Simulation(Settings settings, List<Population> populations, Fundraising fundraising) {
        this.fundraising = fundraising;
        this.settings = settings;
        this.populations = List.copyOf(populations);
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
        return truth.schemes(populations.stream()
                .flatMap(population -> population.plans().stream())
                .toList());
    }

    /** Returns when each scheme of fund-raising was launched, crossed the filing line and collapsed. */
    public Map<String, Milestones> milestones() {
        return fundraising.milestones();
    }

    private java.time.@Nullable Instant endOfKnown() {
        return nextDay < settings.days() ? settings.midnight(nextDay) : null;
    }
}
