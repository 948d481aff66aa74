package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Fact;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.schemas.RegistryRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/** Special registers (专册): an entry a sale, and the sum of a day, told when the day is closed. */
public final class Registers {

    private static final double CLOSED_AT = 23.75;

    private final Map<Place, Map<Drug, Integer>> sold = new LinkedHashMap<>();
    private long entries;

    Registers() {}

    /** Returns the identifier of a new entry. */
    public String entry() {
        return "ZC" + entries++;
    }

    /** Notes packs of a place's day. */
    public void note(Place place, Drug drug, int packs) {
        sold.computeIfAbsent(place, first -> new LinkedHashMap<>()).merge(drug, packs, Integer::sum);
    }

    /** Closes the day of every place that sold something. */
    void close(Trader trader) {
        sold.forEach((place, drugs) -> drugs.forEach(
                (drug, packs) -> trader.outbox().send(record(place, drug, packs, trader), trader.at(CLOSED_AT))));
        sold.clear();
    }

    private static RegistryRecord record(Place place, Drug drug, int packs, Trader trader) {
        return Fact.of("special-register", place.storeId() + "|" + drug.drugCode() + "|" + trader.date())
                .number("packs", packs)
                .from(trader.midnight())
                .recordedAt(trader.at(CLOSED_AT));
    }
}
