package io.zhiwei.deploy.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * A city over some days: its events in the order of their arrival, registers first. Only the events of a day and those that are
 * still under way are in memory.
 */
public final class City implements Iterator<Arrival> {

    /** The wholesaler who supplies everybody. */
    static final String SUPPLIER = "91990000MA90000001";

    private static final Comparator<Arrival> BY_ARRIVAL =
            Comparator.comparingLong(Arrival::at).thenComparing(Arrival::topic).thenComparing(Arrival::id);

    private final Plan plan;
    private final Clock clock;
    private final HonestTrade honest;
    private final List<Shop> shops = new ArrayList<>();
    private final Schemes schemes;
    private final PriorityQueue<Arrival> underWay = new PriorityQueue<>(BY_ARRIVAL);
    private final Outbox out = new Outbox(underWay::add);
    private int day;

    /** Draws the city; its days are drawn as they pass. */
    public City(Plan plan) {
        this.plan = plan;
        this.clock = new Clock(plan.start());
        Shops drawn = new Shops(plan);
        Doctors doctors = new Doctors(drawn);
        Products products = new Products();
        Trade trade = new Trade(plan, clock, new People(plan), doctors);
        this.honest = new HonestTrade(trade, products, SUPPLIER);
        Registers registers = new Registers(out, java.time.Instant.ofEpochMilli(clock.midnight(0) - Clock.HOUR));
        this.schemes = new Schemes(plan, trade, products, honest, registers, out);
        schemes.inject();
        shops.addAll(drawn.all());
        shops.addAll(schemes.shops());
        registers.products(products);
        registers.licence(SUPPLIER, List.of("RX", "OTC_A", "OTC_B", "EPH", "PSY2", "COLD"), null, "VALID");
        registers.shops(shops);
        registers.doctors(doctors.all());
        registers.complete();
    }

    /** Returns what is true, in full from the beginning. */
    public List<Scheme> truth() {
        return schemes.truth();
    }

    /** Returns what was drawn. */
    public Plan plan() {
        return plan;
    }

    /** Returns the moment up to which all arrivals are known. */
    private long known() {
        return day >= plan.days() ? Long.MAX_VALUE : clock.midnight(day);
    }

    @Override
    public boolean hasNext() {
        while (day < plan.days() && (underWay.isEmpty() || underWay.peek().at() >= known())) {
            for (Shop shop : shops) {
                honest.day(shop, day, out);
            }
            day++;
        }
        return !underWay.isEmpty();
    }

    @Override
    public Arrival next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the city's days are over");
        }
        return underWay.remove();
    }
}
