package io.zhiwei.deploy.simulator;

import io.zhiwei.schemas.SaleChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The places of business of Ezhou: specification of sales, section 13, and of the territory, section 1. */
final class Shops {

    private static final int PHARMACIES = 450;
    private static final int INSTITUTIONS = 40;
    private static final int DEVICE_SHOPS = 60;
    private static final int ONLINE_SHOPS = 20;
    private static final int MACHINES = 10;
    /** 60 to 150 lines a day, log-normal spread 0.8 in the specification; narrower here, a city's shops are alike. */
    private static final double LINES = 90;

    private static final double SPREAD = 0.4;
    /** Regions with their share of the people, centre and zone. */
    private static final List<Place> PLACES = List.of(
            new Place("420702", "", 0.13, 114.681967, 30.098191),
            new Place("420703", "", 0.17, 114.741480, 30.534468),
            new Place("420703", "GD", 0.10, 114.65, 30.51),
            new Place("420704", "", 0.55, 114.890012, 30.396690),
            new Place("420704", "LK", 0.05, 115.02, 30.35));

    private final List<Shop> all = new ArrayList<>();

    private record Place(String region, String zone, double share, double lon, double lat) {}

    Shops(Plan plan) {
        Draw draw = Draw.of(plan.seed(), "shops");
        add(Shop.Kind.PHARMACY, PHARMACIES, plan, draw);
        add(Shop.Kind.HOSPITAL, INSTITUTIONS / 4, plan, draw);
        add(Shop.Kind.CLINIC, INSTITUTIONS - INSTITUTIONS / 4, plan, draw);
        add(Shop.Kind.DEVICE_SHOP, DEVICE_SHOPS, plan, draw);
        add(Shop.Kind.ONLINE, ONLINE_SHOPS, plan, draw);
        add(Shop.Kind.VENDING, MACHINES, plan, draw);
    }

    private void add(Shop.Kind kind, int full, Plan plan, Draw draw) {
        int count = Math.max(2, (int) Math.round(full * plan.scale()));
        for (int i = 0; i < count; i++) {
            all.add(shop(kind, i, draw));
        }
    }

    static Shop shop(Shop.Kind kind, int number, Draw draw) {
        Place place = place(draw.uniform());
        double size = draw.logNormal(
                switch (kind) {
                    case HOSPITAL -> 3 * LINES;
                    case VENDING, DEVICE_SHOP -> LINES / 4;
                    default -> LINES;
                },
                SPREAD);
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Shop(
                String.format(Locale.ROOT, "%s-%04d", name, number),
                String.format(Locale.ROOT, "91%s%s%d%06dX", "990000", "MA", kind.ordinal(), number),
                kind,
                channel(kind),
                place.region,
                place.zone,
                place.lon + 0.02 * draw.normal(),
                place.lat + 0.02 * draw.normal(),
                size,
                kind == Shop.Kind.PHARMACY && draw.happens(0.1),
                List.of(name + "-pharmacist-" + number + "a", name + "-pharmacist-" + number + "b"));
    }

    private static SaleChannel channel(Shop.Kind kind) {
        return switch (kind) {
            case PHARMACY, DEVICE_SHOP -> SaleChannel.STORE;
            case HOSPITAL -> SaleChannel.HOSPITAL;
            case CLINIC -> SaleChannel.CLINIC;
            case ONLINE -> SaleChannel.PLATFORM;
            case VENDING -> SaleChannel.VENDING;
        };
    }

    private static Place place(double share) {
        double left = share;
        for (Place place : PLACES) {
            left -= place.share;
            if (left <= 0) {
                return place;
            }
        }
        return PLACES.get(PLACES.size() - 1);
    }

    List<Shop> all() {
        return all;
    }

    List<Shop> of(Shop.Kind kind) {
        return all.stream().filter(shop -> shop.kind() == kind).toList();
    }
}
