package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.city.Device;
import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Person;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.schemas.BuyerIdType;
import io.zhiwei.schemas.Prescription;
import io.zhiwei.schemas.ProductKind;
import io.zhiwei.schemas.SaleChannel;
import io.zhiwei.schemas.SaleEvent;
import io.zhiwei.schemas.SaleType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Makes lines of sale as tills record them: complete and lawful; what is wrong with one is set by who does wrong. */
public final class Till {

    private static final double INSURED = 0.6;

    private final Stock stock;
    private final Prices prices;
    private long lines;
    private long receipts;

    Till(Stock stock, Prices prices) {
        this.stock = stock;
        this.prices = prices;
    }

    /** Returns the identifier of a new receipt. */
    public String receipt() {
        return "R" + Long.toString(receipts++, 36).toUpperCase(Locale.ROOT);
    }

    /** Returns the identifier of a new line. */
    public String nextLine() {
        return "L" + Long.toString(lines++, 36).toUpperCase(Locale.ROOT);
    }

    /** Makes a line of a drug off the shelf. */
    public SaleEvent drug(Place place, Drug drug, int packs, Instant time, Trader trader) {
        return drug(place, drug, stock.lot(place, drug, packs, trader), packs, time, trader);
    }

    /** Makes a line of a drug of a given lot. */
    public SaleEvent drug(Place place, Drug drug, Lot lot, int packs, Instant time, Trader trader) {
        SaleEvent line = line(place, time);
        line.setProductKind(ProductKind.DRUG);
        line.setApprovalNo(drug.approvalNo());
        line.setDrugCode(drug.drugCode());
        line.setName(drug.name());
        line.setForm(drug.form());
        line.setSpec(drug.spec());
        line.setMah(drug.mah());
        line.setBatchNo(lot.batchNo());
        line.setMfgDate(lot.made());
        line.setExpiryDate(lot.expires());
        line.setTraceCodes(lot.take(packs));
        line.setQtyUnits(packs * drug.units());
        price(line, prices.at(place, drug, trader.day()), packs);
        if (drug.is("insured") && trader.chance().happens(INSURED)) {
            line.setInsurancePaid(Prices.round(line.getAmount() * 0.6));
        }
        return line;
    }

    /** Makes a line of a device. */
    public SaleEvent device(Place place, Device device, Instant time, Trader trader) {
        Chance chance = trader.chance();
        SaleEvent line = line(place, time);
        LocalDate made = trader.date().minusDays(chance.between(40, 300));
        String batch = String.format("%ty%<tm%02d", made, device.index());
        line.setProductKind(ProductKind.DEVICE);
        line.setRegNo(device.regNo());
        line.setName(device.name());
        line.setForm("型号" + device.index());
        line.setSpec("1件");
        line.setMah(device.registrant());
        line.setBatchNo(batch);
        line.setMfgDate(made);
        line.setExpiryDate(made.plusYears(3));
        line.setTraceCodes(List.of());
        if (device.is("udi")) {
            line.setUdiDi(device.udiDi());
            line.setUdiPi("(10)" + batch + "(17)" + String.format("%ty%<tm%<td", made.plusYears(3))
                    + (device.is("serial") ? "(21)" + Long.toString(lines + 1_000_000, 36) : ""));
        }
        line.setLicenceNo(null);
        price(line, Prices.round(chance.logNormal(device.price(), 0.12)), 1);
        return line;
    }

    /** Sets the price of a pack and what follows from it. */
    public static void price(SaleEvent line, double yuan, double packs) {
        line.setQtyPacks(packs);
        line.setUnitPrice(yuan);
        line.setAmount(Math.round(yuan * packs * 100) / 100.0);
    }

    /** Records who bought. */
    public static void buyer(SaleEvent line, Person person) {
        line.setBuyerIdHash(person.idHash());
        line.setBuyerIdType(BuyerIdType.CITIZEN_ID);
        line.setBuyerIdCheckOk(true);
        line.setBuyerBirthYear(person.birthYear());
        line.setPhoneHash(person.phoneHash());
        line.setPayAccountHash(person.payHash());
    }

    /** Records the prescription, its patient and its review by a pharmacist before the sale. */
    public static void prescription(SaleEvent line, Prescription script, String pharmacist, Chance chance) {
        Instant review = line.getEventTime().minusSeconds(chance.between(20, 150));
        line.setRxId(script.getRxId());
        line.setPatientIdHash(script.getPatientIdHash());
        line.setPatientBirthYear(script.getPatientBirthYear());
        line.setPharmacistId(pharmacist);
        line.setDispenserId(pharmacist);
        line.setRxReviewTime(review);
        line.setRxUploadTime(review.minusSeconds(chance.between(25, 240)));
    }

    private SaleEvent line(Place place, Instant time) {
        SaleEvent line = new SaleEvent();
        line.setSaleLineId(nextLine());
        line.setSaleId(receipt());
        line.setEventTime(time);
        line.setSellerId(place.sellerId());
        line.setStoreId(place.storeId());
        line.setLicenceNo(place.mode().isEmpty() ? null : place.licenceNo());
        line.setChannel(channel(place));
        line.setSourceSystem(place.kind() == Place.Kind.HOSPITAL ? "his" : "pos");
        line.setRegionCode(place.region());
        line.setZoneCode(place.zone().isEmpty() ? null : place.zone());
        line.setLon(place.lon());
        line.setLat(place.lat());
        line.setSaleType(SaleType.SALE);
        line.setCashierId(place.storeId() + "-c1");
        return line;
    }

    private static SaleChannel channel(Place place) {
        return switch (place.kind()) {
            case HOSPITAL -> SaleChannel.HOSPITAL;
            case CLINIC -> SaleChannel.CLINIC;
            case WHOLESALER -> SaleChannel.WHOLESALE;
            case PRIVATE, INTERNET_HOSPITAL -> SaleChannel.PLATFORM;
            case PHARMACY, DEVICE_SHOP -> SaleChannel.STORE;
        };
    }
}
