package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Outbox;
import io.zhiwei.deploy.simulator.Population;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.city.City;
import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Fact;
import io.zhiwei.deploy.simulator.city.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The honest trade of the city, and what schemes need of it to look like it. */
public final class Trade implements Population {

    private final City city;
    private final Workshop workshop;
    private final PharmacyDay pharmacies;
    private final InstitutionDay institutions;
    private final DeviceShopDay deviceShops;
    private final LookAlikes lookAlikes;
    private final Complaints complaints;
    private final Fridges fridges = new Fridges();
    private final Set<String> warm = new HashSet<>();

    /** Founds the city and its trade. */
    public Trade(Settings settings) {
        city = new City(settings);
        workshop = Workshop.of(city);
        pharmacies = new PharmacyDay(city, workshop);
        institutions = new InstitutionDay(city, workshop);
        deviceShops = new DeviceShopDay(city, workshop);
        lookAlikes = new LookAlikes(city, workshop);
        complaints = new Complaints(city);
    }

    /** Returns whether a drug may be sold to individuals online at all. */
    static boolean mayGoOnline(Drug drug) {
        return drug.ban().isEmpty() && (!drug.route().equals("INJECTION") || drug.is("glucose"));
    }

    /** Returns the city. */
    public City city() {
        return city;
    }

    /** Returns what makes lines of sale. */
    public Till till() {
        return workshop.till();
    }

    /** Returns what makes prescriptions. */
    public Scripts scripts() {
        return workshop.scripts();
    }

    /** Returns the shelves. */
    public Stock stock() {
        return workshop.stock();
    }

    /** Returns the special registers. */
    public Registers registers() {
        return workshop.registers();
    }

    /** Returns who is on duty. */
    public Presences presences() {
        return workshop.presences();
    }

    /** Returns the offers of online shops. */
    public ShopWindow shopWindow() {
        return workshop.shopWindow();
    }

    /** Returns the refrigerators. */
    public Fridges fridges() {
        return fridges;
    }

    /** Returns the prices. */
    public Prices prices() {
        return workshop.prices();
    }

    /** Leaves the readings of a place's refrigerator on the next day lived to a scheme. */
    public void leaveFridge(Place place) {
        warm.add(place.storeId());
    }

    @Override
    public void begin(Outbox outbox) {
        Shelves.stocked(city)
                .forEach(
                        (place, drugs) -> drugs.forEach(drug -> workshop.stock().open(place, drug, outbox)));
    }

    @Override
    public void live(int day, Outbox outbox) {
        List<Place> shops = city.pharmacies();
        for (int i = 0; i < shops.size(); i++) {
            Trader trader = trader(shops.get(i), day, outbox);
            workshop.presences().live(shops.get(i), trader);
            pharmacies.live(shops.get(i), i, trader);
            keepCold(shops.get(i), trader);
            if (shops.get(i).is("ONLINE")) {
                workshop.shopWindow().live(shops.get(i), workshop.prices(), trader);
            }
        }
        for (Place place : city.institutions()) {
            Trader trader = trader(place, day, outbox);
            institutions.live(place, trader);
            keepCold(place, trader);
        }
        city.deviceShops().forEach(place -> deviceShops.live(place, trader(place, day, outbox)));
        Trader anyone =
                Trader.of(city.settings(), day, Chance.of(city.settings().seed(), 12, day), outbox);
        lookAlikes.live(anyone);
        complaints.live(anyone);
        if (day == Prices.STEP_DAY) {
            procure(anyone);
        }
        warm.clear();
    }

    /** Closes the special registers of a day, after everybody who sells has lived it. */
    public void close(Trader trader) {
        workshop.registers().close(trader);
    }

    /** Tells the new reference prices of a procurement step (集采) on the day from which they hold. */
    private void procure(Trader trader) {
        for (Drug drug : city.catalogue().drugs(one -> Prices.PROCURED.contains(one.name()))) {
            trader.outbox()
                    .send(
                            Fact.of("price-reference", drug.drugCode())
                                    .flag("procurement", true)
                                    .number("price", Prices.list(drug, trader.day()))
                                    .from(trader.midnight())
                                    .recordedAt(trader.midnight()),
                            trader.midnight());
        }
    }

    private void keepCold(Place place, Trader trader) {
        if (place.maySell("COLD") && place.linesADay() > 0 && !warm.contains(place.storeId())) {
            fridges.live(place, trader);
        }
    }

    private Trader trader(Place place, int day, Outbox outbox) {
        return Trader.of(city.settings(), day, Chance.of(city.settings().seed(), 11, place.index(), day), outbox);
    }
}
