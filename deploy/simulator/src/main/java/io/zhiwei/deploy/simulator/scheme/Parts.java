package io.zhiwei.deploy.simulator.scheme;

import io.zhiwei.deploy.simulator.city.Catalogue;
import io.zhiwei.deploy.simulator.city.People;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.deploy.simulator.trade.Trade;
import java.util.List;

/**
 * What schemes use of the city.
 *
 * @param trade the city's trade
 */
record Parts(Trade trade) {

    Catalogue catalogue() {
        return trade.city().catalogue();
    }

    People people() {
        return trade.city().people();
    }

    int year() {
        return trade.city().settings().start().getYear();
    }

    /** Returns a hospital, each number another while there are enough. */
    Place hospital(int number) {
        List<Place> hospitals = trade.city().institutions().stream()
                .filter(place -> place.kind() == Place.Kind.HOSPITAL)
                .toList();
        return hospitals.get(number % hospitals.size());
    }

    /** Returns other pharmacies that may sell a category, beginning far from a place. */
    List<Place> farFrom(Place place, String category) {
        return trade.city().pharmacies().stream()
                .filter(other -> other != place && other.maySell(category) && !other.is("REMOTE") && !other.is("LATE"))
                .sorted(java.util.Comparator.comparingDouble(other -> -distance(place, other)))
                .toList();
    }

    private static double distance(Place one, Place other) {
        return Math.hypot(one.lon() - other.lon(), one.lat() - other.lat());
    }
}
