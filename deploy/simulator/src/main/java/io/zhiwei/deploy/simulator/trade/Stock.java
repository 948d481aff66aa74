package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Mark;
import io.zhiwei.deploy.simulator.Outbox;
import io.zhiwei.deploy.simulator.city.City;
import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Numbers;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.schemas.Inbound;
import io.zhiwei.schemas.ProductKind;
import io.zhiwei.schemas.ScanAction;
import io.zhiwei.schemas.TraceScan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The shelves of every place: what is sold was received before, by the pack. */
public final class Stock {

    private static final long SERIALS_A_PLACE = 100_000_000L;
    private static final int SHELF_LIFE_MONTHS = 24;
    private static final double MARGIN = 0.72;

    private final City city;
    private final Map<Long, Lot> shelves = new HashMap<>();
    private final Map<Integer, Long> serials = new HashMap<>();
    private long lines;

    Stock(City city) {
        this.city = city;
    }

    /** Takes packs off a shelf; what is short was received the evening before. */
    public Lot lot(Place place, Drug drug, int packs, Trader trader) {
        long shelf = shelf(place, drug);
        Lot lot = shelves.get(shelf);
        if (lot == null || lot.left() < packs) {
            lot = receive(place, drug, packs, trader);
            shelves.put(shelf, lot);
        }
        return lot;
    }

    /** Puts the opening stock of a place on its shelves and reports it. */
    void open(Place place, Drug drug, Outbox outbox) {
        Chance chance = Chance.of(city.settings().seed(), 10, place.index(), drug.index());
        Lot lot = draw(place, drug, 0, city.settings().start(), chance);
        shelves.put(shelf(place, drug), lot);
        Instant time = city.settings().midnight(0).minusSeconds(3_600L * 5);
        Inbound line = line(place, drug, lot, time);
        line.setOpeningStock(true);
        outbox.send(line, time);
    }

    private Lot receive(Place place, Drug drug, int packs, Trader trader) {
        Lot lot = draw(place, drug, packs, trader.date(), trader.chance());
        Instant time = trader.midnight().minusSeconds(trader.chance().between(4 * 3_600, 10 * 3_600));
        Inbound line = line(place, drug, lot, time);
        Place supplier = trader.chance().one(city.wholesalers());
        line.setSupplierOrg(supplier.sellerId());
        line.setInvoiceNo("4200" + String.format("%08d", lines));
        String carton = Numbers.traceCode("8900000", lines * 7 + 1);
        line.setParentCode(carton);
        trader.outbox().send(line, trader.midnight());
        scan(supplier, ScanAction.OUTBOUND, carton, line, time.minusSeconds(7_200), trader);
        scan(place, ScanAction.INBOUND, carton, line, time, trader);
        return lot;
    }

    private void scan(Place place, ScanAction action, String code, Inbound line, Instant time, Trader trader) {
        TraceScan scan = new TraceScan();
        scan.setScanId("scan-" + lines + "-" + action);
        scan.setTime(time);
        scan.setCode(code);
        scan.setAction(action);
        scan.setOrgId(place.sellerId());
        scan.setStoreId(place.storeId());
        scan.setRegion(place.region());
        scan.setLon(place.lon());
        scan.setLat(place.lat());
        scan.setPacks((int) Math.round(line.getQty()));
        scan.setDrugCode(line.getDrugCode());
        scan.setBatchNo(line.getBatch());
        trader.outbox().send(scan, trader.midnight(), Mark.lookAlike("X09"));
    }

    private Lot draw(Place place, Drug drug, int least, LocalDate date, Chance chance) {
        LocalDate made = date.minusMonths(chance.between(1, 9)).withDayOfMonth(chance.between(1, 28));
        int packs = Math.max(least, chance.between(30, 90) * (place.kind() == Place.Kind.HOSPITAL ? 8 : 1));
        long first = serials.merge(place.index(), (long) packs, Long::sum) - packs;
        return new Lot(drug, made, made.plusMonths(SHELF_LIFE_MONTHS), place.index() * SERIALS_A_PLACE + first, packs);
    }

    /** Makes a line of goods received. */
    public Inbound line(Place place, Drug drug, Lot lot, Instant time) {
        Inbound line = new Inbound();
        line.setInboundId("in-" + lines++);
        line.setTime(time);
        line.setBuyerOrg(place.sellerId());
        line.setStoreId(place.storeId());
        line.setProductKind(ProductKind.DRUG);
        line.setApprovalNo(drug.approvalNo());
        line.setDrugCode(drug.drugCode());
        line.setBatch(lot.batchNo());
        line.setMfgDate(lot.made());
        line.setExpiryDate(lot.expires());
        line.setQty((double) lot.left());
        line.setPrice(Prices.round(drug.price() * MARGIN));
        line.setRegionCode(place.region());
        return line;
    }

    /** Returns packs that no shelf holds, for what was never received there. */
    public Lot unreceived(Place place, Drug drug, LocalDate made, LocalDate expires) {
        long first = serials.merge(place.index(), 1_000L, Long::sum) - 1_000;
        return new Lot(drug, made, expires, place.index() * SERIALS_A_PLACE + first, 1_000);
    }

    private static long shelf(Place place, Drug drug) {
        return place.index() * 1_000L + drug.index();
    }
}
