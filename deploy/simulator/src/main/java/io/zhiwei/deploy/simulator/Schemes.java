package io.zhiwei.deploy.simulator;

import io.zhiwei.schemas.BuyerIdType;
import io.zhiwei.schemas.Listing;
import io.zhiwei.schemas.Prescription;
import io.zhiwei.schemas.SaleChannel;
import io.zhiwei.schemas.SaleEvent;
import io.zhiwei.schemas.SaleType;
import io.zhiwei.schemas.ScanAction;
import io.zhiwei.schemas.TraceScan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The violations that are put into the city, kinds of section 6 of the specification of sales. Violators do what violators do;
 * they know no threshold of any model.
 */
final class Schemes {

    private static final String DRUGS = "illegal-drug-sales";
    private static final String SCRIPTS = "illegal-prescription-sales";
    private static final String SPECIAL = "special-drug-sales";
    private static final String DEVICES = "illegal-device-sales";
    private static final String STORE = "store";
    /** Cases of a kind in a month of the full city. */
    private static final double A_MONTH = 3;

    private static final int FIRST_NUMBER = 9000;
    private static final double A_LITTLE = 8;
    /** Whose whole trade is the violation: they have no other. */
    private static final java.util.Set<String> FORGOTTEN =
            java.util.Set.of("DS-01", "DS-02", "DS-20", "MD-01", "MD-02", "MD-08");

    private final Plan plan;
    private final Trade trade;
    private final Clock clock;
    private final Products products;
    private final HonestTrade honest;
    private final Registers registers;
    private final Outbox out;
    private final List<Shop> shops = new ArrayList<>();
    private final List<Scheme> truth = new ArrayList<>();
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private int numbered;
    private int lines;

    /** What a scheme does, and for how many days. */
    private record Kind(String model, int days, Act act) {}

    /** Does it from a day on. */
    private interface Act {
        void happen(Scheme scheme, Shop shop, int day, Draw draw);
    }

    Schemes(Plan plan, Trade trade, Products products, HonestTrade honest, Registers registers, Outbox out) {
        this.plan = plan;
        this.trade = trade;
        this.clock = trade.clock();
        this.products = products;
        this.honest = honest;
        this.registers = registers;
        this.out = out;
        drugs();
        prescriptions();
        special();
        devices();
    }

    /** Puts the schemes into the city; their events are in the outbox then. */
    void inject() {
        int each = (int) Math.max(1, Math.round(A_MONTH * plan.scale() * plan.days() / 30));
        kinds.forEach((kind, what) -> {
            for (int i = 0; i < each && what.days <= plan.days(); i++) {
                Draw draw = Draw.of(plan.seed(), "scheme", kind, i);
                Shop shop = newShop(kind, draw);
                Scheme scheme = new Scheme(kind + "-" + i, what.model, kind, STORE, shop.store());
                truth.add(scheme);
                what.act.happen(scheme, shop, draw.below(plan.days() - what.days + 1), draw);
            }
        });
    }

    List<Scheme> truth() {
        return truth;
    }

    /** Returns the shops of the schemes: beside their scheme they trade as others do, a little. */
    List<Shop> shops() {
        return shops;
    }

    private Shop newShop(String kind, Draw draw) {
        Shop.Kind type = kind.equals("DS-20") || kind.equals("DS-19") || kind.equals("RX-16") || kind.equals("MD-08")
                ? Shop.Kind.ONLINE
                : kind.equals("DS-18")
                        ? Shop.Kind.VENDING
                        : kind.startsWith("MD") ? Shop.Kind.DEVICE_SHOP : Shop.Kind.PHARMACY;
        Shop drawn = Shops.shop(type, FIRST_NUMBER + numbered++, draw);
        Shop small = new Shop(
                drawn.store(),
                drawn.seller(),
                drawn.kind(),
                drawn.channel(),
                drawn.region(),
                drawn.zone(),
                drawn.lon(),
                drawn.lat(),
                FORGOTTEN.contains(kind) ? 0 : A_LITTLE,
                kind.equals("SP-03") || kind.equals("SP-04") || kind.equals("SP-11B"),
                drawn.pharmacists());
        shops.add(small);
        return small;
    }

    private void put(String model, String kind, int days, Act act) {
        kinds.put(kind, new Kind(model, days, act));
    }

    private SaleEvent line(Shop shop, Product product, long moment, int packs, Draw draw) {
        SaleEvent line = trade.line("s-" + shop.store() + "-" + lines++, shop, product, moment, packs, draw);
        if (!product.control().isEmpty()) {
            trade.record(line, trade.people().someone(draw));
        }
        return line;
    }

    private SaleEvent scripted(Shop shop, Product product, long moment, int packs, Draw draw) {
        SaleEvent line = line(shop, product, moment, packs, draw);
        out.prescription(trade.prescribe(line, shop, product, trade.people().someone(draw), draw));
        return line;
    }

    private void sell(Scheme scheme, SaleEvent line) {
        scheme.add(line.getSaleLineId());
        out.sale(line);
    }

    private Product rx(Draw draw) {
        return draw.one(products.ordinary("RX"));
    }

    private Product otc(Draw draw) {
        return draw.one(products.ordinary("OTC_B"));
    }

    private long moment(int day, Draw draw) {
        return clock.trading(day, 8.5, 21, draw);
    }

    // --- drugs

    private void drugs() {
        put(DRUGS, "DS-01", 2, (scheme, shop, day, draw) -> {
            registers.forget(shop);
            switch (draw.below(3)) {
                case 0 ->
                    registers.licence(
                            shop.seller(),
                            List.of("RX", "OTC_A", "OTC_B", "EPH"),
                            Instant.ofEpochMilli(clock.midnight(0)).minusSeconds(86_400),
                            "VALID");
                case 1 -> registers.licence(shop.seller(), List.of("RX", "OTC_A", "OTC_B", "EPH"), null, "REVOKED");
                default -> {
                    // Never licensed.
                }
            }
            for (int i = 0; i < 20; i++) {
                sell(scheme, line(shop, otc(draw), moment(day + i % 2, draw), 1, draw));
            }
        });
        put(DRUGS, "DS-02", 2, (scheme, shop, day, draw) -> {
            registers.forget(shop);
            registers.licence(shop, List.of("OTC_B"));
            for (int i = 0; i < 10; i++) {
                sell(scheme, scripted(shop, rx(draw), moment(day + i % 2, draw), 1, draw));
            }
        });
        put(DRUGS, "DS-03", 2, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 6; i++) {
                SaleEvent line = line(shop, otc(draw), moment(day + i % 2, draw), 1, draw);
                line.setApprovalNo(
                        draw.happens(0.5)
                                ? "国药健字" + (1000 + draw.below(9000))
                                : "国药准字Z9" + (1_000_000 + draw.below(8_999_999)));
                line.setTraceCodes(List.of());
                sell(scheme, line);
            }
        });
        put(DRUGS, "DS-05", 1, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 5; i++) {
                SaleEvent line = line(shop, otc(draw), moment(day, draw), 1, draw);
                line.setExpiryDate(clock.date(day).minusDays(3 + draw.below(60)));
                sell(scheme, line);
            }
        });
        put(DRUGS, "DS-06", 6, (scheme, shop, day, draw) -> {
            Product product = otc(draw);
            String batch = "R" + shop.store();
            out.inbound(HonestTrade.inbound(shop, product, batch, clock.at(0, 1), City.SUPPLIER, true));
            registers.recall(
                    product.number(), batch, Instant.ofEpochMilli(clock.at(day, 9)), draw.one(List.of("I", "II")));
            for (int i = 0; i < 6; i++) {
                SaleEvent line = line(shop, product, moment(day + 3 + i % 3, draw), 1, draw);
                line.setBatchNo(batch);
                sell(scheme, line);
            }
        });
        put(DRUGS, "DS-07", 10, (scheme, shop, day, draw) -> {
            Shop first = newShop("DS-07", draw);
            for (int i = 0; i < 12; i++) {
                Product product = otc(draw);
                SaleEvent sold = line(first, product, moment(day + i % 3, draw), 1, draw);
                SaleEvent again = line(shop, product, moment(day + 4 + i % 6, draw), 1, draw);
                again.setTraceCodes(sold.getTraceCodes());
                sell(scheme, sold);
                sell(scheme, again);
            }
        });
        put(DRUGS, "DS-08", 6, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 6; i++) {
                Product product = otc(draw);
                SaleEvent sold = line(shop, product, moment(day + i % 2, draw), 1, draw);
                SaleEvent again = line(shop, product, moment(day + 3 + i % 3, draw), 1, draw);
                again.setTraceCodes(sold.getTraceCodes());
                sell(scheme, sold);
                sell(scheme, again);
            }
        });
        put(DRUGS, "DS-09", 3, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 8; i++) {
                SaleEvent line = line(shop, otc(draw), moment(day + i % 3, draw), 1, draw);
                line.setTraceCodes(List.of(Trade.traceCode(rx(draw), draw)));
                sell(scheme, line);
            }
        });
        put(DRUGS, "DS-10", 1, (scheme, shop, day, draw) -> {
            String code = Trade.traceCode(otc(draw), draw);
            scan(scheme, shop.store(), code, clock.at(day, 10), shop.lon(), shop.lat());
            scan(scheme, "far-" + shop.store(), code, clock.at(day, 10.5), 121.47, 31.23);
        });
        put(DRUGS, "DS-11", 4, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 12; i++) {
                SaleEvent line = line(shop, otc(draw), moment(day + i % 4, draw), 1, draw);
                line.setBatchNo("X" + i + shop.store());
                sell(scheme, line);
            }
        });
        put(DRUGS, "DS-12", 1, (scheme, shop, day, draw) -> {
            var inbound = HonestTrade.inbound(
                    shop,
                    otc(draw),
                    "P" + shop.store(),
                    clock.at(day, 9),
                    "91990000MA99" + String.format(java.util.Locale.ROOT, "%05dX", numbered),
                    false);
            scheme.add(inbound.getInboundId());
            out.inbound(inbound);
        });
        put(DRUGS, "DS-13", 5, (scheme, shop, day, draw) -> {
            Product product = otc(draw);
            var inbound =
                    HonestTrade.inbound(shop, product, "Q" + shop.store(), clock.at(day, 7), City.SUPPLIER, false);
            inbound.setQty(20.0);
            out.inbound(inbound);
            for (int i = 0; i < 20; i++) {
                SaleEvent line = line(shop, product, moment(day + i % 5, draw), 2, draw);
                line.setBatchNo("Q" + shop.store());
                sell(scheme, line);
            }
        });
        put(DRUGS, "DS-15", 1, (scheme, shop, day, draw) -> {
            Product product = draw.one(products.marked("DEAR"));
            int person = trade.people().someone(draw);
            for (int i = 0; i < 4; i++) {
                SaleEvent line = scripted(shop, product, moment(day, draw), 5, draw);
                trade.record(line, person);
                sell(scheme, line);
            }
        });
        put(DRUGS, "DS-16", 1, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 8; i++) {
                var reading = HonestTrade.reading(shop, clock.at(day, 9.1) + i * Clock.HOUR / 2, 11 + draw.below(8));
                scheme.add(reading.getReadingId());
                out.temperature(reading);
            }
        });
        put(DRUGS, "DS-17", 1, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 3; i++) {
                SaleEvent line = scripted(shop, rx(draw), moment(day, draw), 1, draw);
                line.setSaleType(SaleType.GIFT);
                line.setUnitPrice(0.0);
                sell(scheme, line);
            }
        });
        put(DRUGS, "DS-18", 1, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 4; i++) {
                sell(scheme, line(shop, draw.one(products.ordinary("OTC_A")), moment(day, draw), 1, draw));
            }
        });
        put(DRUGS, "DS-19", 3, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 8; i++) {
                sell(scheme, scripted(shop, draw.one(products.marked("BAN")), moment(day + i % 3, draw), 1, draw));
            }
        });
        put(DRUGS, "DS-20", 25, (scheme, shop, day, draw) -> {
            registers.forget(shop);
            registers.licence(shop, List.of("RX", "OTC_A", "OTC_B", "EPH"));
            registers.filing(shop);
            for (int i = 0; i < 25; i++) {
                sell(scheme, line(shop, otc(draw), moment(day + i, draw), 1, draw));
            }
        });
    }

    private void scan(Scheme scheme, String store, String code, long moment, double lon, double lat) {
        TraceScan scan = new TraceScan();
        scan.setScanId("scan-" + store + "-" + moment);
        scan.setTime(Instant.ofEpochMilli(moment));
        scan.setCode(code);
        scan.setAction(ScanAction.SALE);
        scan.setStoreId(store);
        scan.setOrgId(store);
        scan.setLon(lon);
        scan.setLat(lat);
        scan.setDemo(true);
        scheme.add(scan.getScanId());
        out.scan(scan);
    }

    // --- prescription drugs

    private void prescriptions() {
        put(SCRIPTS, "RX-01", 2, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 12; i++) {
                SaleEvent line = line(shop, rx(draw), moment(day + i % 2, draw), 1, draw);
                sell(scheme, line);
            }
        });
        put(SCRIPTS, "RX-01B", 3, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 6; i++) {
                SaleEvent line = line(shop, rx(draw), moment(day + i % 2, draw), 1, draw);
                line.setRxId("invented-" + line.getSaleLineId());
                sell(scheme, line);
            }
        });
        put(SCRIPTS, "RX-02", 1, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 5; i++) {
                SaleEvent line = line(shop, rx(draw), moment(day, draw), 1, draw);
                Prescription script =
                        trade.prescribe(line, shop, rx(draw), trade.people().someone(draw), draw);
                long issued = line.getEventTime().toEpochMilli() + (20 + draw.below(60)) * Clock.MINUTE;
                script.setIssueTime(Instant.ofEpochMilli(issued));
                out.prescription(script);
                sell(scheme, line);
            }
        });
        put(SCRIPTS, "RX-03", 12, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 4; i++) {
                SaleEvent line = line(shop, rx(draw), moment(day + 10, draw), 1, draw);
                Prescription script =
                        trade.prescribe(line, shop, rx(draw), trade.people().someone(draw), draw);
                script.setIssueTime(Instant.ofEpochMilli(clock.at(day + draw.below(3), 10)));
                out.prescription(script);
                sell(scheme, line);
            }
        });
        put(SCRIPTS, "RX-04", 1, (scheme, shop, day, draw) -> {
            Product product = rx(draw);
            SaleEvent first = scripted(shop, product, clock.at(day, 10), 1, draw);
            sell(scheme, first);
            for (int i = 1; i < 6; i++) {
                SaleEvent again = line(shop, product, clock.at(day, 10) + i * Clock.HOUR, 1, draw);
                again.setRxId(first.getRxId());
                sell(scheme, again);
            }
        });
        put(SCRIPTS, "RX-05", 3, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 5; i++) {
                SaleEvent line = line(shop, rx(draw), moment(day + i % 3, draw), 1, draw);
                Prescription script =
                        trade.prescribe(line, shop, rx(draw), trade.people().someone(draw), draw);
                script.setImageHash("c0ffee" + shop.store());
                out.prescription(script);
                scheme.add(script.getRxId());
                sell(scheme, line);
            }
        });
        put(SCRIPTS, "RX-06", 1, (scheme, shop, day, draw) -> {
            Doctors.Doctor doctor = forged(shop, "busy");
            registers.practitioner(doctor.id(), doctor.org(), "ACTIVE");
            for (int i = 0; i < 90; i++) {
                script(scheme, shop, doctor, clock.at(day, 9) + i * 60_000L, draw);
            }
        });
        put(SCRIPTS, "RX-07", 1, (scheme, shop, day, draw) -> {
            Doctors.Doctor here = forged(shop, "traveller");
            registers.practitioner(here.id(), here.org(), "ACTIVE");
            Doctors.Doctor far = new Doctors.Doctor(here.id(), here.org(), 116.4, 39.9, "110101");
            for (int i = 0; i < 3; i++) {
                script(scheme, shop, i % 2 == 0 ? here : far, clock.at(day, 9 + i), draw)
                        .setInPerson(true);
            }
        });
        put(SCRIPTS, "RX-08", 2, (scheme, shop, day, draw) -> {
            Doctors.Doctor doctor = forged(shop, "nobody");
            for (int i = 0; i < 5; i++) {
                script(scheme, shop, doctor, clock.at(day, 9 + i), draw);
            }
        });
        put(SCRIPTS, "RX-09", 7, (scheme, shop, day, draw) -> {
            Doctors.Doctor doctor = forged(shop, "factory");
            registers.practitioner(doctor.id(), doctor.org(), "ACTIVE");
            for (int i = 0; i < 280; i++) {
                Prescription script = script(scheme, shop, doctor, clock.at(day + i / 40, 8 + (i % 40) * 0.3), draw);
                script.setDiagnosis("高血压");
                script.setSource(io.zhiwei.schemas.PrescriptionSource.E_RX);
            }
        });
        put(SCRIPTS, "RX-11", 5, (scheme, shop, day, draw) -> {
            Doctors.Doctor doctor = forged(shop, "generous");
            registers.practitioner(doctor.id(), doctor.org(), "ACTIVE");
            for (int i = 0; i < 8; i++) {
                script(scheme, shop, doctor, clock.at(day + i % 5, 10 + i), draw)
                        .getItems()
                        .get(0)
                        .setDays(30.0);
            }
        });
        put(SCRIPTS, "RX-12", 1, (scheme, shop, day, draw) -> {
            honest.keepPharmacistsAway(shop, day);
            for (int i = 0; i < 8; i++) {
                SaleEvent line = scripted(shop, rx(draw), clock.at(day, 12.5 + i), 1, draw);
                line.setRxReviewTime(null);
                line.setRxUploadTime(null);
                line.setPharmacistId(null);
                sell(scheme, line);
            }
        });
        put(SCRIPTS, "RX-13", 4, (scheme, shop, day, draw) -> {
            Shop other = newShop("RX-13", draw);
            for (int i = 0; i < 6; i++) {
                approve(
                        scheme,
                        shop,
                        shop.lon(),
                        clock.at(day + i / 2, 10 + i % 2 * 3),
                        shop.pharmacists().get(0),
                        draw);
                approve(
                        scheme,
                        other,
                        shop.lon() + 0.2,
                        clock.at(day + i / 2, 10.2 + i % 2 * 3),
                        shop.pharmacists().get(0),
                        draw);
            }
        });
        put(SCRIPTS, "RX-14", 1, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 90; i++) {
                SaleEvent line = scripted(shop, rx(draw), clock.at(day, 9) + i * 7 * Clock.MINUTE, 1, draw);
                line.setRxReviewTime(line.getRxUploadTime().plusMillis(1500 + draw.below(1500)));
                sell(scheme, line);
            }
        });
        put(SCRIPTS, "RX-15", 20, (scheme, shop, day, draw) -> {
            Product product = draw.one(products.marked("COURSE"));
            int person = trade.people().someone(draw);
            for (int i = 0; i < 6; i++) {
                SaleEvent line = line(shop, product, moment(day + i * 3, draw), 1, draw);
                out.prescription(trade.prescribe(line, shop, product, person, draw));
                sell(scheme, line);
            }
        });
        put(SCRIPTS, "RX-16", 1, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 4; i++) {
                SaleEvent line = scripted(shop, rx(draw), moment(day, draw), 1, draw);
                line.setRxReviewTime(line.getEventTime().plusSeconds(3600));
                sell(scheme, line);
            }
            Listing page = HonestTrade.listing("page-" + shop.store(), shop, rx(draw), clock.at(day, 8));
            page.setHasInsertShown(true);
            scheme.add(page.getSightingId());
            out.listing(page);
        });
    }

    private Doctors.Doctor forged(Shop shop, String name) {
        return new Doctors.Doctor(
                name + "-" + shop.store(), "91990000MA900001X0", shop.lon(), shop.lat(), shop.region());
    }

    private Prescription script(Scheme scheme, Shop shop, Doctors.Doctor doctor, long issued, Draw draw) {
        Prescription script =
                trade.script("forged-" + shop.store() + "-" + lines++, shop, rx(draw), issued, doctor, draw);
        script.setPatientIdHash(trade.people().identity(trade.people().someone(draw)));
        scheme.add(script.getRxId());
        out.prescription(script);
        return script;
    }

    private void approve(Scheme scheme, Shop shop, double lon, long moment, String pharmacist, Draw draw) {
        SaleEvent line = scripted(shop, rx(draw), moment, 1, draw);
        line.setLon(lon);
        line.setPharmacistId(pharmacist);
        sell(scheme, line);
    }

    // --- special drugs

    private Product ephedrine(Draw draw) {
        return draw.one(products.controlled("EPH"));
    }

    private void special() {
        put(
                SPECIAL,
                "SP-01",
                1,
                (scheme, shop, day, draw) -> sell(
                        scheme, scripted(shop, draw.one(products.controlled("NARC")), moment(day, draw), 1, draw)));
        put(SPECIAL, "SP-02", 1, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 3; i++) {
                sell(scheme, scripted(shop, draw.one(products.controlled("PSY2")), moment(day, draw), 1, draw));
            }
        });
        put(SPECIAL, "SP-03", 1, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 3; i++) {
                sell(scheme, line(shop, draw.one(products.controlled("PSY2")), moment(day, draw), 2, draw));
            }
        });
        put(SPECIAL, "SP-04", 1, (scheme, shop, day, draw) -> {
            SaleEvent line = scripted(shop, draw.one(products.controlled("PSY2")), moment(day, draw), 1, draw);
            line.setBuyerBirthYear(clock.date(day).getYear() - 15);
            sell(scheme, line);
        });
        put(SPECIAL, "SP-05", 2, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 4; i++) {
                sell(scheme, line(shop, ephedrine(draw), moment(day + i % 2, draw), 4 + draw.below(6), draw));
            }
        });
        put(SPECIAL, "SP-06", 1, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 5; i++) {
                SaleEvent line = line(shop, ephedrine(draw), moment(day, draw), 1, draw);
                line.setBuyerIdHash(null);
                line.setBuyerIdType(BuyerIdType.UNKNOWN);
                line.setRegisterId(null);
                sell(scheme, line);
            }
        });
        put(SPECIAL, "SP-07", 6, (scheme, shop, day, draw) -> {
            int person = trade.people().someone(draw);
            for (int i = 0; i < 5; i++) {
                Shop other = i == 0 ? shop : newShop("SP-07", draw);
                SaleEvent line = line(other, ephedrine(draw), moment(day + i, draw), 2, draw);
                trade.record(line, person);
                sell(scheme, line);
            }
        });
        put(SPECIAL, "SP-08", 7, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 14; i++) {
                Shop other = i % 3 == 0 ? newShop("SP-08", draw) : shop;
                SaleEvent line = line(other, ephedrine(draw), moment(day + i % 7, draw), 2, draw);
                line.setPhoneHash("ants-" + scheme.id());
                sell(scheme, line);
            }
        });
        put(SPECIAL, "SP-11", 1, (scheme, shop, day, draw) -> {
            SaleEvent line = scripted(shop, draw.one(products.controlled("TOX")), moment(day, draw), 1, draw);
            line.setQtyUnits(30.0);
            sell(scheme, line);
        });
        put(SPECIAL, "SP-11B", 2, (scheme, shop, day, draw) -> {
            Shop other = newShop("SP-11B", draw);
            Product product = draw.one(products.controlled("PSY2"));
            SaleEvent first = scripted(shop, product, clock.at(day, 10), 1, draw);
            SaleEvent second = line(other, product, clock.at(day, 15), 1, draw);
            second.setRxId(first.getRxId());
            sell(scheme, first);
            sell(scheme, second);
        });
        put(SPECIAL, "SP-12", 3, (scheme, shop, day, draw) -> {
            for (int d = 0; d < 3; d++) {
                Product product = products.controlled("EPH").get(0);
                for (int i = 0; i < 4; i++) {
                    sell(scheme, line(shop, product, moment(day + d, draw), 2, draw));
                }
                out.record(Registers.register(shop, product.code(), clock.date(day + d), 2, clock.at(day + d, 22.9)));
            }
        });
    }

    // --- devices

    private Product device(String deviceClass, Draw draw) {
        return draw.one(products.devices(deviceClass));
    }

    private void devices() {
        put(DEVICES, "MD-01", 1, (scheme, shop, day, draw) -> {
            registers.forget(shop);
            registers.filing(shop);
            for (int i = 0; i < 5; i++) {
                sell(scheme, line(shop, device("III", draw), moment(day, draw), 1, draw));
            }
        });
        put(DEVICES, "MD-02", 1, (scheme, shop, day, draw) -> {
            registers.forget(shop);
            for (int i = 0; i < 5; i++) {
                sell(scheme, line(shop, draw.one(products.marked("SERIAL")), moment(day, draw), 1, draw));
            }
        });
        put(DEVICES, "MD-03", 1, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 3; i++) {
                SaleEvent line = line(shop, device("II", draw), moment(day, draw), 1, draw);
                line.setRegNo("鄂械注准2023299" + (1000 + draw.below(9000)));
                line.setUdiDi(null);
                sell(scheme, line);
            }
        });
        put(DEVICES, "MD-04", 1, (scheme, shop, day, draw) -> {
            SaleEvent line = line(shop, device("I", draw), moment(day, draw), 1, draw);
            line.setName("家用激光治疗仪");
            sell(scheme, line);
        });
        put(DEVICES, "MD-05", 1, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 3; i++) {
                SaleEvent line = line(shop, device("II", draw), moment(day, draw), 1, draw);
                line.setExpiryDate(clock.date(day).minusDays(10 + draw.below(100)));
                sell(scheme, line);
            }
        });
        put(DEVICES, "MD-06", 3, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 6; i++) {
                SaleEvent line = line(shop, draw.one(products.marked("UDI")), moment(day + i % 3, draw), 1, draw);
                line.setUdiDi(null);
                line.setUdiPi(null);
                sell(scheme, line);
            }
        });
        put(DEVICES, "MD-07", 5, (scheme, shop, day, draw) -> {
            Shop other = newShop("MD-07", draw);
            Product product = draw.one(products.marked("SERIAL"));
            SaleEvent first = line(shop, product, moment(day, draw), 1, draw);
            SaleEvent second = line(other, product, moment(day + 3, draw), 1, draw);
            second.setUdiPi(first.getUdiPi());
            sell(scheme, first);
            sell(scheme, second);
        });
        put(DEVICES, "MD-08", 1, (scheme, shop, day, draw) -> {
            registers.forget(shop);
            registers.licence(shop, List.of("RX", "OTC_A", "OTC_B", "EPH"));
            registers.filing(shop);
            for (int i = 0; i < 4; i++) {
                sell(scheme, line(shop, draw.one(products.marked("SERIAL")), moment(day, draw), 1, draw));
            }
        });
        put(DEVICES, "MD-09", 1, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 2; i++) {
                SaleEvent line = line(shop, draw.one(products.marked("PROFESSIONAL")), moment(day, draw), 1, draw);
                trade.record(line, trade.people().someone(draw));
                sell(scheme, line);
            }
        });
        put(DEVICES, "MD-10", 6, (scheme, shop, day, draw) -> {
            Product product = device("II", draw);
            String batch = "RD" + shop.store();
            registers.recall(product.number(), batch, Instant.ofEpochMilli(clock.at(day, 9)), "I");
            for (int i = 0; i < 4; i++) {
                SaleEvent line = line(shop, product, moment(day + 3 + i % 3, draw), 1, draw);
                line.setBatchNo(batch);
                sell(scheme, line);
            }
        });
        put(DEVICES, "MD-11", 1, (scheme, shop, day, draw) -> {
            SaleEvent line = line(shop, draw.one(products.marked("IMPLANT")), moment(day, draw), 1, draw);
            line.setBuyerIdType(BuyerIdType.ORGANISATION);
            line.setBatchNo(null);
            LocalDate none = null;
            line.setExpiryDate(none);
            sell(scheme, line);
        });
        put(DEVICES, "MD-12", 10, (scheme, shop, day, draw) -> {
            for (int i = 0; i < 6; i++) {
                SaleEvent line = line(shop, device("III", draw), moment(day + i, draw), 1, draw);
                line.setSellerId(trade.people().hash("seller", shop.store().hashCode()));
                line.setChannel(SaleChannel.PLATFORM);
                line.setStoreId("private-" + shop.store());
                sell(scheme, line);
            }
        });
    }
}
