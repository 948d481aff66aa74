package io.zhiwei.deploy.simulator.scheme;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.city.City;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.deploy.simulator.city.Scopes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Gives every scheme a place of its own: one of the city while enough honest ones remain, or a newcomer. */
final class Cast {

    private static final double MOST_TAKEN = 0.3;

    private final City city;
    private final List<Place> honest;
    private final Set<Place> taken = new HashSet<>();

    Cast(City city) {
        this.city = city;
        this.honest = new ArrayList<>(city.pharmacies());
    }

    Place place(Kind.Host host, Chance chance) {
        return switch (host) {
            case PHARMACY ->
                ofCity(
                        place -> !place.is("ONLINE") && !place.maySell("PSY2"),
                        Scopes.ORDINARY,
                        List.of("DEVICE_II"),
                        chance);
            case CONTROLLED ->
                ofCity(
                        place -> place.maySell("PSY2") && !place.is("ONLINE"),
                        Scopes.CONTROLLED,
                        List.of("DEVICE_II"),
                        chance);
            case ONLINE ->
                ofCity(
                        place -> place.is("ONLINE") && !place.maySell("PSY2"),
                        Scopes.ORDINARY,
                        List.of("DEVICE_II", "ONLINE"),
                        chance);
            case QUIET -> settled(Place.Kind.PHARMACY, "SINGLE_STORE", Scopes.ORDINARY, List.of("DEVICE_II", "QUIET"));
            case BARE -> city.newcomer(Place.Kind.PHARMACY, "", Scopes.ORDINARY, List.of());
            case SMALL -> city.newcomer(Place.Kind.PHARMACY, "OTC_B_ONLY", Scopes.SMALL, List.of());
            case VENDING -> city.newcomer(Place.Kind.PHARMACY, "VENDING", Scopes.SMALL, List.of());
            case UNREPORTED -> city.newcomer(Place.Kind.PHARMACY, "SINGLE_STORE", Scopes.ORDINARY, List.of());
            case DEVICE_II -> settled(Place.Kind.DEVICE_SHOP, "", List.of(), List.of("DEVICE_II"));
            case DEVICE_III -> settled(Place.Kind.DEVICE_SHOP, "", List.of(), List.of("DEVICE_II", "DEVICE_III"));
            case DEVICE_BARE -> city.newcomer(Place.Kind.DEVICE_SHOP, "", List.of(), List.of());
            case DEVICE_UNREPORTED -> city.newcomer(Place.Kind.DEVICE_SHOP, "", List.of(), List.of("DEVICE_II"));
            case PRIVATE -> city.newcomer(Place.Kind.PRIVATE, "", List.of(), List.of());
        };
    }

    private Place ofCity(Predicate<Place> wanted, List<String> scope, List<String> traits, Chance chance) {
        List<Place> free = honest.stream()
                .filter(place -> place.maySell("RX") && !place.is("REMOTE") && !place.is("LATE") && !place.is("GATE"))
                .filter(wanted)
                .filter(place -> !taken.contains(place))
                .toList();
        if (free.isEmpty() || taken.size() >= honest.size() * MOST_TAKEN) {
            return settled(Place.Kind.PHARMACY, "SINGLE_STORE", scope, traits);
        }
        Place place = chance.one(free);
        taken.add(place);
        return place;
    }

    private Place settled(Place.Kind kind, String mode, List<String> scope, List<String> traits) {
        Place place = city.newcomer(kind, mode, scope, traits);
        city.settle(place);
        return place;
    }
}
