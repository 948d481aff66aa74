package io.zhiwei.deploy.simulator.scheme;

import static io.zhiwei.deploy.simulator.scheme.Kind.store;

import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Fact;
import io.zhiwei.deploy.simulator.city.Numbers;
import io.zhiwei.deploy.simulator.city.Person;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.deploy.simulator.scheme.Kind.Host;
import io.zhiwei.deploy.simulator.trade.Lot;
import io.zhiwei.deploy.simulator.trade.Registry;
import io.zhiwei.deploy.simulator.trade.Till;
import io.zhiwei.schemas.Inbound;
import io.zhiwei.schemas.Listing;
import io.zhiwei.schemas.Prescription;
import io.zhiwei.schemas.SaleChannel;
import io.zhiwei.schemas.SaleEvent;
import io.zhiwei.schemas.SaleType;
import io.zhiwei.schemas.ScanAction;
import io.zhiwei.schemas.TraceScan;
import java.time.Instant;
import java.util.List;

/** Illegal sales of drugs. */
final class DrugKinds {

    /** The kind to which honest trade leaves the refrigerator. */
    static final String COLD_CHAIN = "DS-16";

    private static final String RECALLED_BATCH = "RC";

    private DrugKinds() {}

    static List<Kind> all() {
        return List.of(
                store("DS-01", Host.BARE, 3, DrugKinds::unlicensed).registering(DrugKinds::expiredLicence),
                store(
                                "DS-02",
                                Host.SMALL,
                                2,
                                scene -> scene.times(5, 8, () -> scene.send(scene.overTheCounter("OTC_A"))))
                        .registering((scheme, registry) -> registry.add(registry.licence(scheme.place()))),
                store("DS-03", Host.PHARMACY, 2, DrugKinds::forgedApproval),
                store("DS-04", Host.PHARMACY, 2, DrugKinds::otherThanApproved),
                store("DS-05", Host.PHARMACY, 2, DrugKinds::expired),
                store("DS-06", Host.PHARMACY, 2, DrugKinds::recalled).registering(DrugKinds::recall),
                store("DS-07", Host.PHARMACY, 6, DrugKinds::soldElsewhere).orLonger(),
                store("DS-08", Host.PHARMACY, 2, DrugKinds::soldTwice),
                store("DS-09", Host.PHARMACY, 2, DrugKinds::swapped),
                store("DS-10", Host.PHARMACY, 1, DrugKinds::twoPlaces).also("DS-07"),
                store("DS-11", Host.QUIET, 5, DrugKinds::neverReceived),
                store("DS-12", Host.PHARMACY, 1, DrugKinds::unlicensedSupplier),
                store("DS-13", Host.PHARMACY, 2, DrugKinds::moreThanReceived),
                store("DS-14", Host.PHARMACY, 2, DrugKinds::farTooCheap),
                store("DS-15", Host.PHARMACY, 1, DrugKinds::collector)
                        .about("buyer", scheme -> scheme.person(0).idHash()),
                store(COLD_CHAIN, Host.PHARMACY, 1, DrugKinds::warmFridge),
                store("DS-17", Host.PHARMACY, 2, DrugKinds::gift),
                store("DS-18", Host.VENDING, 2, DrugKinds::vending)
                        .registering((scheme, registry) -> registry.add(registry.licence(scheme.place())))
                        .also("DS-02"),
                store("DS-19", Host.ONLINE, 2, DrugKinds::banned),
                store("DS-20", Host.UNREPORTED, 18, DrugKinds::unreported)
                        .registering((scheme, registry) -> registry.licensed(scheme.place())));
    }

    private static void unlicensed(Scene scene) {
        scene.times(3, 8, () -> scene.send(scene.overTheCounter("OTC_B")));
    }

    /** Every other one had a licence that has run out. */
    private static void expiredLicence(Scheme scheme, Registry registry) {
        if (scheme.number() % 2 == 0) {
            Instant end = scheme.parts().trade().city().settings().midnight(-30);
            registry.add(registry.licence(scheme.place())
                    .text("mode", "SINGLE_STORE")
                    .text("expires", end.toString().substring(0, 10))
                    .to(end));
        }
    }

    private static void forgedApproval(Scene scene) {
        scene.times(2, 3, () -> {
            SaleEvent line = scene.overTheCounter("OTC_A");
            boolean badForm = scene.chance().happens(0.3);
            line.setApprovalNo(
                    badForm ? "国药准字K20231" : "国药准字H2021" + scene.chance().between(9_000, 9_899));
            scene.send(line);
        });
    }

    private static void otherThanApproved(Scene scene) {
        scene.times(2, 3, () -> {
            SaleEvent line = scene.overTheCounter("OTC_B");
            line.setName("强效" + line.getName() + "王");
            line.setSpec("特大装");
            line.setMah("某某保健品厂");
            scene.send(line);
        });
    }

    private static void expired(Scene scene) {
        scene.times(2, 4, () -> {
            SaleEvent line = scene.overTheCounter("OTC_B");
            line.setMfgDate(scene.trader().date().minusMonths(26));
            line.setExpiryDate(scene.trader().date().minusDays(scene.chance().between(5, 50)));
            scene.send(line);
        });
    }

    private static void recall(Scheme scheme, Registry registry) {
        Drug drug = scheme.parts().catalogue().drug("感冒灵颗粒");
        registry.add(Fact.of("recall", drug.approvalNo() + "|" + RECALLED_BATCH + scheme.id())
                .text("level", scheme.number() % 2 == 0 ? "II" : "I")
                .text("productKind", "DRUG")
                .text("noticeNo", "召回" + scheme.id())
                .text("reason", "微生物限度不合格")
                .number("graceHours", 24)
                .from(scheme.parts().trade().city().settings().midnight(-10)));
    }

    private static void recalled(Scene scene) {
        Drug drug = scene.drug("感冒灵颗粒");
        String batch = RECALLED_BATCH + scene.scheme().id();
        Lot lot = unreceived(scene, drug);
        Inbound received = received(scene, drug, lot);
        received.setBatch(batch);
        scene.aside(received, scene.trader().midnight());
        scene.times(2, 4, () -> {
            SaleEvent line = scene.trade().till().drug(scene.place(), drug, lot, 1, scene.daytime(), scene.trader());
            line.setPharmacistId(scene.trade().presences().reviewer(scene.place(), line.getEventTime()));
            line.setBatchNo(batch);
            scene.send(line);
        });
    }

    private static Lot unreceived(Scene scene, Drug drug) {
        return scene.trade()
                .stock()
                .unreceived(
                        scene.place(),
                        drug,
                        scene.trader().date().minusDays(200),
                        scene.trader().date().plusDays(400));
    }

    private static Inbound received(Scene scene, Drug drug, Lot lot) {
        Inbound line = scene.trade()
                .stock()
                .line(scene.place(), drug, lot, scene.trader().midnight().minusSeconds(18_000));
        line.setSupplierOrg(
                scene.chance().one(scene.trade().city().wholesalers()).sellerId());
        return line;
    }

    /** The packs are sold in another city first and come back by collectors. */
    private static void soldElsewhere(Scene scene) {
        int last = scene.scheme().span() - 1;
        if (scene.step() != 0 && scene.step() != last) {
            return;
        }
        List<Place> elsewhere = scene.trade().city().elsewhere();
        Place first = elsewhere.get(
                scene.scheme().number() % 5 < 2 ? 3 : scene.scheme().number() % 3);
        Drug drug = scene.drug("布洛芬缓释胶囊");
        Place seller = scene.step() == 0 ? first : scene.place();
        for (int i = 0; i < 8; i++) {
            String code = Numbers.traceCode(
                    drug.tracePrefix(),
                    9_000_000_000_000L + Math.abs(scene.scheme().id().hashCode() % 10_000_000) * 100L + i);
            SaleEvent line = scene.sale(seller, drug, 1, scene.daytime());
            line.setTraceCodes(List.of(code));
            line.setInsurancePaid(line.getAmount());
            scene.send(line);
        }
    }

    private static void soldTwice(Scene scene) {
        for (int i = 0; i < 4; i++) {
            SaleEvent line = scene.overTheCounter("OTC_A");
            line.setEventTime(scene.between(9, 12));
            line.setInsurancePaid(line.getAmount());
            scene.send(line);
            SaleEvent again = SaleEvent.newBuilder(line)
                    .setSaleLineId(scene.trade().till().nextLine())
                    .setSaleId(scene.trade().till().receipt())
                    .setEventTime(scene.between(13, 19))
                    .build();
            scene.send(again);
        }
    }

    private static void swapped(Scene scene) {
        Drug sold = scene.drug("维生素C片");
        scene.times(3, 5, () -> {
            SaleEvent line = scene.overTheCounter("OTC_A");
            line.setTraceCodes(unreceived(scene, sold).take(1));
            line.setInsurancePaid(line.getAmount());
            scene.send(line);
        });
    }

    private static void twoPlaces(Scene scene) {
        Place far = scene.trade().city().elsewhere().get(4);
        for (int i = 0; i < 3; i++) {
            SaleEvent line = scene.overTheCounter("OTC_A");
            scan(scene, far, line, line.getEventTime().minusSeconds(1_800));
            scan(scene, scene.place(), line, line.getEventTime());
            scene.send(line);
        }
    }

    private static void scan(Scene scene, Place at, SaleEvent line, Instant time) {
        TraceScan scan = new TraceScan();
        scan.setScanId("scan-" + line.getSaleLineId() + "-" + at.index());
        scan.setTime(time);
        scan.setCode(line.getTraceCodes().get(0));
        scan.setAction(ScanAction.SALE);
        scan.setOrgId(at.sellerId());
        scan.setStoreId(at.storeId());
        scan.setRegion(at.region());
        scan.setLon(at.lon());
        scan.setLat(at.lat());
        scan.setPacks(1);
        scan.setDrugCode(line.getDrugCode());
        scan.setBatchNo(line.getBatchNo());
        scene.send(scan, time.plusSeconds(5));
    }

    private static void neverReceived(Scene scene) {
        Drug drug = scene.drug("健胃消食片");
        Lot lot = unreceived(scene, drug);
        scene.times(9, 14, () -> {
            SaleEvent line = scene.trade().till().drug(scene.place(), drug, lot, 1, scene.daytime(), scene.trader());
            line.setBatchNo("XX" + scene.scheme().number() + scene.step());
            scene.send(line);
        });
    }

    private static void unlicensedSupplier(Scene scene) {
        Drug drug = scene.drug("感冒灵颗粒");
        Inbound line = received(scene, drug, unreceived(scene, drug));
        line.setSupplierOrg(
                Numbers.creditCode("420704", 990_000 + scene.scheme().number()));
        line.setQty((double) scene.chance().between(50, 300));
        scene.send(line, scene.trader().at(1));
    }

    private static void moreThanReceived(Scene scene) {
        Drug drug = scene.drug("川贝枇杷糖浆");
        Lot lot = unreceived(scene, drug);
        String batch = "KC" + scene.scheme().number();
        if (scene.step() == 0) {
            Inbound received = received(scene, drug, lot);
            received.setBatch(batch);
            received.setQty(12.0);
            scene.send(received, scene.trader().midnight());
        }
        scene.times(10, 14, () -> {
            SaleEvent line = scene.trade().till().drug(scene.place(), drug, lot, 2, scene.daytime(), scene.trader());
            line.setPharmacistId(scene.trade().presences().reviewer(scene.place(), line.getEventTime()));
            line.setBatchNo(batch);
            scene.send(line);
        });
    }

    private static void farTooCheap(Scene scene) {
        scene.times(6, 9, () -> {
            SaleEvent line = scene.sale(scene.place(), scene.drug("感冒灵颗粒"), 1, scene.daytime());
            Till.price(line, Math.round(line.getUnitPrice() * 25) / 100.0, 1);
            scene.send(line);
        });
    }

    /** One buyer collects the dear drug of twelve patients, each with a prescription of its own. */
    private static void collector(Scene scene) {
        Drug drug = scene.drug("索磷布韦维帕他韦片");
        Person buyer = scene.person(0);
        for (int patient = 1; patient <= 13; patient++) {
            Instant time = scene.between(10, 17);
            Prescription script = scene.script(scene.person(patient), time, drug);
            scene.aside(script, script.getIssueTime().plusSeconds(30));
            SaleEvent line = scene.dispense(scene.place(), drug, 1, script, buyer, time);
            line.setAgentIdHash(buyer.idHash());
            line.setInsurancePaid(Math.round(line.getAmount() * 80) / 100.0);
            scene.send(line);
        }
    }

    private static void warmFridge(Scene scene) {
        for (int minute = 0; minute < 24 * 60; minute += 30) {
            boolean warm = minute >= 6 * 60 && minute < 10 * 60;
            Instant time = scene.trader().at(minute / 60.0);
            io.zhiwei.deploy.simulator.Mark mark = warm
                    ? io.zhiwei.deploy.simulator.Mark.scheme(scene.scheme().id())
                    : io.zhiwei.deploy.simulator.Mark.ORDINARY;
            scene.trade()
                    .fridges()
                    .send(scene.place(), (warm ? 13 : 4.5) + scene.chance().uniform(-1, 1), time, mark, scene.trader());
        }
        Drug insulin = scene.drug("甘精胰岛素注射液");
        for (int i = 0; i < 3; i++) {
            Instant time = scene.between(11, 18);
            Prescription script = scene.script(scene.person(i), time, insulin);
            scene.aside(script, script.getIssueTime().plusSeconds(30));
            scene.send(scene.dispense(scene.place(), insulin, 1, script, scene.person(i), time));
        }
    }

    private static void gift(Scene scene) {
        scene.times(2, 4, () -> {
            SaleEvent bought = scene.overTheCounter("OTC_B");
            SaleEvent gift = scene.overTheCounter("OTC_A");
            gift.setSaleId(bought.getSaleId());
            gift.setEventTime(bought.getEventTime());
            gift.setSaleType(SaleType.GIFT);
            gift.setInsurancePaid(null);
            Till.price(gift, 0, 1);
            scene.aside(bought, bought.getEventTime().plusSeconds(20));
            scene.send(gift);
        });
    }

    private static void vending(Scene scene) {
        scene.times(3, 5, () -> {
            SaleEvent line = scene.overTheCounter("OTC_A");
            line.setChannel(SaleChannel.VENDING);
            line.setPharmacistId(null);
            scene.send(line);
        });
    }

    private static void banned(Scene scene) {
        Drug drug = scene.drug("华法林钠片");
        Listing offer = scene.trade()
                .shopWindow()
                .drug(scene.place(), drug, drug.price(), scene.trader().at(8));
        scene.send(offer, scene.trader().at(8.1));
        for (int i = 0; i < 3; i++) {
            Person buyer = scene.person(scene.step() * 10 + i);
            Instant time = scene.daytime();
            Prescription script =
                    scene.script(scene.chance().one(scene.trade().city().internetDoctors()), buyer, time, drug);
            scene.aside(script, script.getIssueTime().plusSeconds(30));
            SaleEvent line = scene.dispense(scene.place(), drug, 1, script, buyer, time);
            scene.trade().shopWindow().deliver(line, scene.place(), buyer);
            scene.send(line);
        }
    }

    private static void unreported(Scene scene) {
        scene.times(2, 4, () -> {
            SaleEvent line = scene.overTheCounter("OTC_B");
            Person buyer = scene.person(scene.chance().below(60));
            Till.buyer(line, buyer);
            scene.trade().shopWindow().deliver(line, scene.place(), buyer);
            scene.send(line);
        });
    }
}
