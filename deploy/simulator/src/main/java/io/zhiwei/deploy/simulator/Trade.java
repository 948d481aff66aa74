package io.zhiwei.deploy.simulator;

import io.zhiwei.schemas.BuyerIdType;
import io.zhiwei.schemas.Prescription;
import io.zhiwei.schemas.PrescriptionItem;
import io.zhiwei.schemas.PrescriptionKind;
import io.zhiwei.schemas.PrescriptionSource;
import io.zhiwei.schemas.ProductKind;
import io.zhiwei.schemas.SaleEvent;
import io.zhiwei.schemas.SaleType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the events of lawful trade. Whoever breaks the law takes one of them and changes what the law forbids. */
final class Trade {

    /** Days for which one batch of a product is on sale. */
    static final int BATCH_DAYS = 30;

    private static final double PRICE_SPREAD = 0.08;
    private static final double LAG_MINUTES = 25;
    private static final double FIRST_ISSUE = 7.5;
    private static final int UNKNOWN_HOUR = 8;

    private final Plan plan;
    private final Clock clock;
    private final People people;
    private final Doctors doctors;

    Trade(Plan plan, Clock clock, People people, Doctors doctors) {
        this.plan = plan;
        this.clock = clock;
        this.people = people;
        this.doctors = doctors;
    }

    People people() {
        return people;
    }

    /** Returns the batch of a product that is on sale on a day. */
    String batch(Product product, long moment) {
        return "B" + product.code().substring(product.code().length() - 4) + "-" + batchNumber(moment);
    }

    private long batchNumber(long moment) {
        return Math.floorDiv(moment - clock.midnight(0), BATCH_DAYS * Clock.DAY);
    }

    /** Returns a line of a sale that no law has anything against, but for a prescription that it may need. */
    SaleEvent line(String id, Shop shop, Product product, long moment, int packs, Draw draw) {
        SaleEvent line = new SaleEvent();
        line.setSaleLineId(id);
        line.setEventTime(Instant.ofEpochMilli(moment));
        line.setSaleId("r-" + id);
        line.setSourceSystem("pos");
        line.setSellerId(shop.seller());
        line.setStoreId(shop.store());
        line.setChannel(shop.channel());
        line.setRegionCode(shop.region());
        line.setZoneCode(shop.zone().isEmpty() ? null : shop.zone());
        line.setLon(shop.lon());
        line.setLat(shop.lat());
        line.setName(product.name());
        line.setQtyPacks((double) packs);
        line.setSaleType(SaleType.SALE);
        line.setTraceCodes(List.of());
        line.setDemo(true);
        double price = draw.logNormal(product.price(), PRICE_SPREAD) * (draw.happens(0.03) ? 0.7 : 1);
        line.setUnitPrice(Math.round(price * 100) / 100.0);
        line.setAmount(Math.round(price * packs * 100) / 100.0);
        line.setBatchNo(batch(product, moment));
        LocalDate made = Clock.dateOf(moment).minusDays(60 + draw.below(200));
        line.setMfgDate(made);
        line.setExpiryDate(made.plusDays(720));
        if (product.isDevice()) {
            device(line, product, id, draw);
        } else {
            drug(line, product, packs, draw);
        }
        return line;
    }

    private static void device(SaleEvent line, Product product, String id, Draw draw) {
        line.setProductKind(ProductKind.DEVICE);
        line.setRegNo(product.number());
        line.setMah("虚构医疗器械公司");
        line.setUdiDi(product.code());
        line.setUdiPi(
                "(10)" + line.getBatchNo() + (product.mark().equals("SERIAL") ? "(21)" + id + draw.below(1000) : ""));
    }

    private static void drug(SaleEvent line, Product product, int packs, Draw draw) {
        line.setProductKind(ProductKind.DRUG);
        line.setApprovalNo(product.number());
        line.setDrugCode(product.code());
        line.setMah("虚构制药公司");
        line.setQtyUnits((double) packs * product.unitsPerPack());
        List<String> codes = new ArrayList<>(packs);
        for (int i = 0; i < packs; i++) {
            codes.add(traceCode(product, draw));
        }
        line.setTraceCodes(codes);
    }

    static String traceCode(Product product, Draw draw) {
        return product.tracePrefix()
                + String.format(Locale.ROOT, "%013d", Math.floorMod(draw.bits(), 10_000_000_000_000L));
    }

    /** Records who bought, as the law asks of controlled products. */
    void record(SaleEvent line, int person) {
        line.setBuyerIdHash(people.identity(person));
        line.setBuyerIdType(BuyerIdType.CITIZEN_ID);
        line.setBuyerIdCheckOk(true);
        line.setBuyerBirthYear(people.birthYear(person));
        line.setPhoneHash(people.phone(person));
        line.setPayAccountHash(people.account(person));
        line.setRegisterId("register-" + line.getSaleLineId());
    }

    /** Puts a line on a prescription of today that was reviewed before the sale; returns the prescription. */
    Prescription prescribe(SaleEvent line, Shop shop, Product product, int person, Draw draw) {
        long sold = line.getEventTime().toEpochMilli();
        long earliest = clock.at((int) Math.floorDiv(sold - clock.midnight(0), Clock.DAY), FIRST_ISSUE);
        long lag = (long) (Math.max(4, draw.exponential(LAG_MINUTES)) * Clock.MINUTE);
        long issued = Math.max(Math.min(earliest, sold - 4 * Clock.MINUTE), sold - lag);
        Doctors.Doctor doctor = doctors.onDuty(issued, draw);
        Prescription script = script("rx-" + line.getSaleLineId(), shop, product, issued, doctor, draw);
        script.setPatientIdHash(people.identity(person));
        script.setPatientBirthYear(people.birthYear(person));
        script.getItems().get(0).setQty(line.getQtyPacks());
        line.setRxId(script.getRxId());
        line.setPatientIdHash(people.identity(person));
        line.setPatientBirthYear(people.birthYear(person));
        review(line, shop, sold - 3 * Clock.MINUTE, 30 + draw.below(120));
        return script;
    }

    private static void review(SaleEvent line, Shop shop, long uploaded, int seconds) {
        line.setRxUploadTime(Instant.ofEpochMilli(uploaded));
        line.setRxReviewTime(Instant.ofEpochMilli(uploaded + seconds * 1000L));
        int hour = Clock.timeOf(uploaded).getHour();
        line.setPharmacistId(shop.pharmacists().get(hour < UNKNOWN_HOUR + 7 ? 0 : 1));
    }

    /** Returns a prescription for a week at most. */
    Prescription script(String id, Shop shop, Product product, long issued, Doctors.Doctor doctor, Draw draw) {
        Prescription script = new Prescription();
        script.setRxId(id);
        script.setIssueTime(Instant.ofEpochMilli(issued));
        script.setIssuerOrgId(doctor.org());
        script.setDoctorId(doctor.id());
        script.setValidDays(draw.happens(0.85) ? 1 : 3);
        script.setKind(product.control().equals("PSY2") ? PrescriptionKind.PSY2 : PrescriptionKind.ORDINARY);
        script.setDiagnosis(draw.one(List.of("高血压", "糖尿病", "上呼吸道感染", "胃炎", "失眠", "冠心病", "痛风", "皮炎", "咳嗽", "关节痛")));
        PrescriptionItem item = new PrescriptionItem();
        item.setDrugCode(product.code());
        item.setName(product.name());
        item.setDays((double) draw.between(3, 7));
        item.setQty(1.0);
        script.setItems(new ArrayList<>(List.of(item)));
        script.setItemCount(1);
        boolean electronic = draw.happens(0.6);
        script.setSource(electronic ? PrescriptionSource.E_RX : PrescriptionSource.PAPER_IMG);
        script.setInPerson(!electronic);
        script.setImageHash(electronic ? null : people.hash("image", id.hashCode() * 31L + issued));
        script.setCaSignOk(electronic);
        script.setRevisit(false);
        script.setStoreId(shop.store());
        script.setRegionCode(doctor.region());
        script.setLon(doctor.lon());
        script.setLat(doctor.lat());
        script.setDemo(true);
        return script;
    }

    /** Returns the line that takes another back an hour later. */
    static SaleEvent comeBack(SaleEvent line) {
        SaleEvent back = SaleEvent.newBuilder(line).build();
        back.setSaleLineId(line.getSaleLineId() + "-back");
        back.setSaleId("r-" + line.getSaleLineId() + "-back");
        back.setEventTime(line.getEventTime().plusMillis(Clock.HOUR));
        back.setSaleType(SaleType.RETURN);
        back.setRefSaleLineId(line.getSaleLineId());
        back.setAmount(-line.getAmount());
        back.setRxUploadTime(null);
        back.setRxReviewTime(null);
        return back;
    }

    Clock clock() {
        return clock;
    }

    Doctors doctors() {
        return doctors;
    }

    Plan plan() {
        return plan;
    }
}
