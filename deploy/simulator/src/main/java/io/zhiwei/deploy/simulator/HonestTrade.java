package io.zhiwei.deploy.simulator;

import io.zhiwei.schemas.Inbound;
import io.zhiwei.schemas.Listing;
import io.zhiwei.schemas.PharmacistPresence;
import io.zhiwei.schemas.Prescription;
import io.zhiwei.schemas.ProductKind;
import io.zhiwei.schemas.SaleEvent;
import io.zhiwei.schemas.Temperature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A day of all shops that keep the law, with what looks like a violation and is none: returns, second uploads, wrong bar codes,
 * late uploads, promotions, families, a care home, prescriptions for more than two packs.
 */
final class HonestTrade {

    private static final double OPENS = 8.2;
    private static final double CLOSES = 21.8;
    private static final double EPH_SHARE = 0.006;
    private static final double PSY2_SHARE = 0.004;
    private static final double COLD_SHARE = 0.015;
    private static final double RETURNS = 0.003;
    private static final double UPLOADED_TWICE = 0.003;
    private static final double BAR_CODES = 0.005;
    private static final double LATE = 0.01;
    private static final int READINGS = 48;

    private final Trade trade;
    private final Products products;
    private final Set<String> absences = new HashSet<>();
    private final Map<String, List<Product>> ordinary = new HashMap<>();
    private final String supplier;

    HonestTrade(Trade trade, Products products, String supplier) {
        this.trade = trade;
        this.products = products;
        this.supplier = supplier;
        for (String sale : List.of("RX", "OTC_A", "OTC_B")) {
            ordinary.put(sale, products.ordinary(sale));
        }
    }

    /** Keeps a store's pharmacists away for a day. */
    void keepPharmacistsAway(Shop shop, int day) {
        absences.add(shop.store() + "@" + day);
    }

    /** Draws one shop's day. */
    void day(Shop shop, int day, Outbox out) {
        Draw draw = Draw.of(trade.plan().seed(), shop.store(), day);
        if (day % Trade.BATCH_DAYS == 0) {
            buyIn(shop, day, out);
        }
        if (shop.kind() == Shop.Kind.PHARMACY || shop.kind() == Shop.Kind.ONLINE) {
            presence(shop, day, out);
        }
        Map<String, Double> register = new HashMap<>();
        int lines = draw.poisson(shop.size() * trade.clock().weight(day));
        for (int i = 0; i < lines; i++) {
            sell(shop, day, shop.store() + "-" + day + "-" + i, draw, register, out);
        }
        if (shop.kind() == Shop.Kind.PHARMACY) {
            fridge(shop, day, draw, out);
            register.forEach((code, packs) -> out.record(Registers.register(
                    shop, code, trade.clock().date(day), packs, trade.clock().at(day, 22.5))));
        }
        if (shop.kind() == Shop.Kind.ONLINE) {
            offer(shop, day, draw, out);
        }
    }

    private void sell(Shop shop, int day, String id, Draw draw, Map<String, Double> register, Outbox out) {
        Product product = choose(shop, day, draw);
        long moment = trade.clock().trading(day, OPENS, CLOSES, draw);
        boolean ephedrine = product.control().equals("EPH");
        int packs = ephedrine ? draw.between(1, 2) : draw.happens(0.8) ? 1 : 2;
        packs = product.control().equals("PSY2") ? 1 : packs;
        SaleEvent line = trade.line(id, shop, product, moment, packs, draw);
        int person = trade.people().someone(draw);
        if (ephedrine || product.control().equals("PSY2") || product.control().equals("SPC")) {
            trade.record(line, person);
            if (!shop.isInstitution()) {
                register.merge(product.code(), (double) packs, Double::sum);
            }
        }
        if (product.sale().equals("RX") && !shop.isInstitution()) {
            Prescription script = trade.prescribe(line, shop, product, person, draw);
            out.prescription(script);
        }
        noise(line, product, draw, register, out);
    }

    private void noise(SaleEvent line, Product product, Draw draw, Map<String, Double> register, Outbox out) {
        if (!product.isDevice() && draw.happens(BAR_CODES)) {
            line.setTraceCodes(List.of("69" + product.code().substring(0, 11)));
        }
        long arrives = line.getEventTime().toEpochMilli();
        if (draw.happens(LATE)) {
            arrives += (long) (Clock.HOUR * (24 + 12 * draw.uniform()));
        }
        out.sale(line, arrives);
        if (draw.happens(UPLOADED_TWICE)) {
            out.sale(line, arrives + 5 * Clock.MINUTE);
        }
        boolean evening = Clock.timeOf(line.getEventTime().toEpochMilli()).getHour() >= 20;
        if (draw.happens(RETURNS) && !evening) {
            out.sale(Trade.comeBack(line), arrives + Clock.HOUR);
            register.computeIfPresent(product.code(), (code, packs) -> packs - line.getQtyPacks());
        }
    }

    private Product choose(Shop shop, int day, Draw draw) {
        return switch (shop.kind()) {
            case VENDING -> draw.one(ordinary("OTC_B"));
            case DEVICE_SHOP -> draw.one(draw.happens(0.2) ? products.devices("III") : products.devices("II"));
            case ONLINE -> draw.one(draw.happens(0.2) ? products.devices("II") : ordinary(mix(draw)));
            case HOSPITAL, CLINIC -> institutional(shop, draw);
            case PHARMACY -> ofPharmacy(shop, day, draw);
        };
    }

    private Product institutional(Shop shop, Draw draw) {
        if (shop.kind() == Shop.Kind.HOSPITAL && draw.happens(0.01)) {
            return draw.one(products.controlled("NARC"));
        }
        return draw.one(ordinary("RX"));
    }

    private Product ofPharmacy(Shop shop, int day, Draw draw) {
        double kind = draw.uniform();
        double ephedrine = EPH_SHARE * trade.clock().coldSeason(day);
        if (kind < ephedrine) {
            return draw.one(products.controlled("EPH"));
        }
        if (shop.psy2() && kind < ephedrine + PSY2_SHARE) {
            return draw.one(products.controlled("PSY2"));
        }
        if (draw.happens(COLD_SHARE)) {
            return draw.one(products.marked("COLD"));
        }
        if (draw.happens(0.1)) {
            return draw.one(draw.happens(0.5) ? products.devices("II") : products.devices("I"));
        }
        return draw.one(ordinary(mix(draw)));
    }

    private List<Product> ordinary(String sale) {
        return ordinary.getOrDefault(sale, List.of());
    }

    /** Rx 35 of 80 lines, class A 25, class B 20. */
    private static String mix(Draw draw) {
        double kind = draw.uniform() * 80;
        return kind < 35 ? "RX" : kind < 60 ? "OTC_A" : "OTC_B";
    }

    private void buyIn(Shop shop, int day, Outbox out) {
        List<Product> all = new ArrayList<>(products.drugs());
        long moment = trade.clock().at(day, 0.2);
        for (Product product : all) {
            out.inbound(inbound(shop, product, trade.batch(product, moment), moment, supplier, day == 0));
        }
    }

    static Inbound inbound(Shop shop, Product product, String batch, long moment, String supplier, boolean opening) {
        Inbound inbound = new Inbound();
        inbound.setInboundId("in-" + shop.store() + "-" + batch);
        inbound.setTime(Instant.ofEpochMilli(moment));
        inbound.setBuyerOrg(shop.seller());
        inbound.setStoreId(shop.store());
        inbound.setSupplierOrg(supplier);
        inbound.setProductKind(ProductKind.DRUG);
        inbound.setApprovalNo(product.number());
        inbound.setDrugCode(product.code());
        inbound.setBatch(batch);
        inbound.setQty(5000.0);
        inbound.setPrice(product.price() * 0.8);
        inbound.setOpeningStock(opening);
        inbound.setRegionCode(shop.region());
        inbound.setDemo(true);
        return inbound;
    }

    private void presence(Shop shop, int day, Outbox out) {
        if (absences.contains(shop.store() + "@" + day)) {
            // The shop registers the early shift and its end, and nobody after that.
            shift(shop, day, 0, 7.5, 8.0, out);
            return;
        }
        shift(shop, day, 0, 7.5, 15, out);
        shift(shop, day, 1, 14.5, 22.2, out);
    }

    private void shift(Shop shop, int day, int pharmacist, double from, double to, Outbox out) {
        String id = String.format(Locale.ROOT, "%s-%d-%d", shop.store(), day, pharmacist);
        Instant in = Instant.ofEpochMilli(trade.clock().at(day, from));
        Instant left = Instant.ofEpochMilli(trade.clock().at(day, to));
        out.presence(presence(shop, id + "-in", id, pharmacist, in, null));
        out.presence(presence(shop, id + "-out", id, pharmacist, in, left));
    }

    private static PharmacistPresence presence(
            Shop shop,
            String id,
            String interval,
            int pharmacist,
            Instant in,
            @org.jspecify.annotations.Nullable Instant left) {
        PharmacistPresence presence = new PharmacistPresence();
        presence.setPresenceId(id);
        presence.setIntervalId(interval);
        presence.setEventTime(left == null ? in : left);
        presence.setPharmacistId(shop.pharmacists().get(pharmacist));
        presence.setStoreId(shop.store());
        presence.setInTime(in);
        presence.setOutTime(left);
        presence.setMethod("FACE");
        presence.setRemoteReview(false);
        presence.setRegionCode(shop.region());
        presence.setDemo(true);
        return presence;
    }

    /** One pharmacy in ten reports its refrigerator, every half hour. */
    private void fridge(Shop shop, int day, Draw draw, Outbox out) {
        if (Math.floorMod(shop.store().hashCode(), 10) != 0) {
            return;
        }
        for (int i = 0; i < READINGS; i++) {
            double celsius = Math.min(7.6, Math.max(2.4, 5 + 0.8 * draw.normal()));
            out.temperature(reading(shop, trade.clock().midnight(day) + i * Clock.DAY / READINGS, celsius));
        }
    }

    static Temperature reading(Shop shop, long moment, double celsius) {
        Temperature reading = new Temperature();
        reading.setReadingId("t-" + shop.store() + "-" + moment);
        reading.setTime(Instant.ofEpochMilli(moment));
        reading.setDeviceId("thermometer-" + shop.store());
        reading.setAssetId("fridge-" + shop.store());
        reading.setStoreId(shop.store());
        reading.setCelsius(Math.round(celsius * 10) / 10.0);
        reading.setDemo(true);
        return reading;
    }

    private void offer(Shop shop, int day, Draw draw, Outbox out) {
        Product product = draw.one(draw.happens(0.3) ? products.devices("II") : ordinary(mix(draw)));
        out.listing(listing(
                "offer-" + shop.store() + "-" + day,
                shop,
                product,
                trade.clock().at(day, 9)));
    }

    static Listing listing(String id, Shop shop, Product product, long moment) {
        Listing listing = new Listing();
        listing.setSightingId(id);
        listing.setTime(Instant.ofEpochMilli(moment));
        listing.setPlatformId("platform-1");
        listing.setShopId(shop.store());
        listing.setSellerId(shop.seller());
        listing.setListingId("l-" + id);
        listing.setTitle(product.name());
        listing.setProductKind(product.isDevice() ? ProductKind.DEVICE : ProductKind.DRUG);
        if (product.isDevice()) {
            listing.setRegNo(product.number());
        } else {
            listing.setApprovalNo(product.number());
            listing.setDrugCode(product.code());
        }
        listing.setPrice(product.price());
        listing.setHasInsertShown(false);
        listing.setRxWarningShown(true);
        listing.setOrderBeforeReview(false);
        listing.setCertificateShown(true);
        listing.setRegionCode(shop.region());
        listing.setDemo(true);
        return listing;
    }
}
