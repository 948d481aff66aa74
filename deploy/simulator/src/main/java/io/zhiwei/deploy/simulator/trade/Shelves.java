package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.city.City;
import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands on the shelves of every place before the first day. */
final class Shelves {

    private Shelves() {}

    static Map<Place, List<Drug>> stocked(City city) {
        Map<Place, List<Drug>> stocked = new LinkedHashMap<>();
        city.pharmacies().forEach(place -> stocked.put(place, city.catalogue().drugs(drug -> maySell(place, drug))));
        city.institutions().stream()
                .filter(place -> place.kind() != Place.Kind.INTERNET_HOSPITAL)
                .forEach(place -> stocked.put(place, city.catalogue().drugs(Drug::needsPrescription)));
        return stocked;
    }

    private static boolean maySell(Place place, Drug drug) {
        String needed = switch (drug.control()) {
            case "PSY2", "TOX", "EPH" -> drug.control();
            case "NARC", "PSY1" -> "NARC";
            default -> drug.sale();
        };
        return place.maySell(needed) && !drug.is("hospital");
    }
}
