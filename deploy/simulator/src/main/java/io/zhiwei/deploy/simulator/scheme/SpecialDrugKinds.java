package io.zhiwei.deploy.simulator.scheme;

import static io.zhiwei.deploy.simulator.scheme.Kind.store;

import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Person;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.deploy.simulator.scheme.Kind.Host;
import io.zhiwei.schemas.Prescription;
import io.zhiwei.schemas.PrescriptionItem;
import io.zhiwei.schemas.SaleEvent;
import java.time.Instant;
import java.util.List;

/** Violations in the retail of drugs under special control. */
final class SpecialDrugKinds {

    private static final String SLEEP = "阿普唑仑片";
    private static final int RING = 14;

    private SpecialDrugKinds() {}

    static List<Kind> all() {
        return List.of(
                store("SP-01", Host.PHARMACY, 1, scene -> onPrescription(scene, "盐酸吗啡缓释片", 1))
                        .also("DS-02"),
                store("SP-02", Host.PHARMACY, 2, scene -> onPrescription(scene, SLEEP, 2))
                        .also("DS-02"),
                store("SP-03", Host.CONTROLLED, 2, SpecialDrugKinds::withoutPrescription)
                        .also("RX-01", "RX-11"),
                store("SP-04", Host.CONTROLLED, 2, SpecialDrugKinds::minor),
                store("SP-05", Host.PHARMACY, 2, SpecialDrugKinds::manyPacks),
                store("SP-06", Host.PHARMACY, 2, SpecialDrugKinds::nameless),
                store("SP-07", Host.PHARMACY, 3, SpecialDrugKinds::shopToShop)
                        .about("buyer", scheme -> scheme.person(0).idHash()),
                store("SP-08", Host.PHARMACY, 3, SpecialDrugKinds::manyNames)
                        .about("link", scheme -> scheme.person(500).phoneHash()),
                store("SP-09", Host.PHARMACY, 4, SpecialDrugKinds::onePayer)
                        .about("link", scheme -> scheme.person(500).payHash())
                        .also("SP-08"),
                store("SP-10", Host.PHARMACY, 2, SpecialDrugKinds::suddenDemand),
                store("SP-11", Host.CONTROLLED, 1, SpecialDrugKinds::overDose).also("RX-11"),
                store("SP-12", Host.PHARMACY, 3, SpecialDrugKinds::unregistered));
    }

    private static void onPrescription(Scene scene, String name, int times) {
        Drug drug = scene.drug(name);
        for (int i = 0; i < times; i++) {
            Person person = scene.person(scene.step() * 5 + i);
            Instant time = scene.daytime();
            Prescription script = scene.script(person, time, drug);
            scene.aside(script, script.getIssueTime().plusSeconds(30));
            scene.send(scene.dispense(scene.place(), drug, 1, script, person, time));
        }
    }

    /** Half of the sales have no prescription, half one over a month without a reason. */
    private static void withoutPrescription(Scene scene) {
        Drug drug = scene.drug(SLEEP);
        for (int i = 0; i < 4; i++) {
            Person person = scene.person(scene.step() * 4 + i);
            Instant time = scene.daytime();
            Prescription script = scene.script(person, time, drug);
            int packs = i % 2 == 0 ? 1 : 5;
            SaleEvent line = scene.dispense(scene.place(), drug, packs, script, person, time);
            if (i % 2 == 0) {
                line.setRxId(null);
                line.setRxUploadTime(null);
                line.setRxReviewTime(null);
            } else {
                month(script, packs);
                scene.send(script, script.getIssueTime().plusSeconds(30));
            }
            scene.send(line);
        }
    }

    private static void month(Prescription script, double packs) {
        PrescriptionItem item = PrescriptionItem.newBuilder(script.getItems().get(0))
                .setQty(packs)
                .setDays(7 * packs)
                .build();
        script.setItems(List.of(item));
        script.setReasonText(null);
    }

    private static void minor(Scene scene) {
        Drug drug = scene.drug("右美沙芬片");
        for (int i = 0; i < 3; i++) {
            Person person =
                    scene.scheme().aged(scene.step() * 3 + i, scene.chance().between(14, 16));
            Instant time = scene.between(16, 19);
            Prescription script = scene.script(person, time, drug);
            scene.aside(script, script.getIssueTime().plusSeconds(30));
            scene.send(scene.dispense(scene.place(), drug, 1, script, person, time));
        }
    }

    /** Six packs at once, or two and two and two on receipts minutes apart. */
    private static void manyPacks(Scene scene) {
        scene.send(scene.ephedrine(scene.place(), 6, scene.person(scene.step()), scene.daytime()));
        Instant time = scene.between(9, 18);
        for (int i = 0; i < 3; i++) {
            scene.send(scene.ephedrine(scene.place(), 2, scene.person(100 + scene.step()), time.plusSeconds(i * 150L)));
        }
    }

    private static void nameless(Scene scene) {
        for (int i = 0; i < 4; i++) {
            SaleEvent line = scene.ephedrine(scene.place(), 2, scene.person(i), scene.daytime());
            line.setRegisterId(null);
            line.setBuyerIdHash(null);
            line.setBuyerIdType(null);
            line.setBuyerIdCheckOk(null);
            line.setBuyerBirthYear(null);
            line.setPhoneHash(null);
            scene.send(line);
        }
    }

    private static void shopToShop(Scene scene) {
        List<Place> shops = shops(scene);
        for (int i = 0; i < 3; i++) {
            Place at = shops.get((scene.step() * 3 + i) % Math.min(shops.size(), 8));
            scene.send(scene.ephedrine(at, 2, scene.person(0), scene.trader().at(9.5 + i * 3)));
        }
    }

    private static List<Place> shops(Scene scene) {
        return scene.scheme().parts().farFrom(scene.place(), "EPH");
    }

    private static void manyNames(Scene scene) {
        List<Place> shops = shops(scene);
        for (int i = 0; i < RING / 2; i++) {
            Place at = shops.get((scene.step() * 7 + i) % shops.size());
            SaleEvent line = scene.ephedrine(at, 2, scene.person(scene.step() * RING / 2 + i), scene.daytime());
            line.setPhoneHash(scene.person(500).phoneHash());
            scene.send(line);
        }
    }

    private static void onePayer(Scene scene) {
        List<Place> shops = shops(scene);
        for (int i = 0; i < RING; i++) {
            Place at = shops.get((scene.step() * 5 + i) % shops.size());
            SaleEvent line = scene.ephedrine(at, 2, scene.person(scene.step() * RING + i), scene.daytime());
            line.setPayAccountHash(scene.person(500).payHash());
            scene.send(line);
        }
    }

    private static void suddenDemand(Scene scene) {
        for (int i = 0; i < 30; i++) {
            scene.send(scene.ephedrine(scene.place(), 2, scene.person(scene.step() * 30 + i), scene.daytime()));
        }
    }

    private static void overDose(Scene scene) {
        Drug drug = scene.drug("制马钱子散");
        Person person = scene.person(0);
        Instant time = scene.daytime();
        Prescription script = scene.script(person, time, drug);
        PrescriptionItem item = PrescriptionItem.newBuilder(script.getItems().get(0))
                .setQty(6.0)
                .setDays(12.0)
                .build();
        script.setItems(List.of(item));
        scene.send(script, script.getIssueTime().plusSeconds(30));
        scene.send(scene.dispense(scene.place(), drug, 6, script, person, time));
    }

    /** What the till sold is not what the register shows. */
    private static void unregistered(Scene scene) {
        Drug drug = scene.drug("氨酚伪麻美芬片");
        for (int i = 0; i < 6; i++) {
            scene.send(scene.ephedrine(scene.place(), 1, scene.person(scene.step() * 6 + i), scene.daytime()));
        }
        scene.trade().registers().note(scene.place(), drug, -5);
    }
}
