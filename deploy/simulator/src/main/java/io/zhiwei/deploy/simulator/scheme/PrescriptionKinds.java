package io.zhiwei.deploy.simulator.scheme;

import static io.zhiwei.deploy.simulator.scheme.Kind.store;

import io.zhiwei.deploy.simulator.city.Doctor;
import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Person;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.deploy.simulator.scheme.Kind.Host;
import io.zhiwei.schemas.Listing;
import io.zhiwei.schemas.Prescription;
import io.zhiwei.schemas.PrescriptionItem;
import io.zhiwei.schemas.PrescriptionKind;
import io.zhiwei.schemas.PrescriptionSource;
import io.zhiwei.schemas.SaleEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Illegal sales of prescription drugs. */
final class PrescriptionKinds {

    private static final String COMMON = "阿莫西林胶囊";
    private static final String DEAR = "索磷布韦维帕他韦片";

    private PrescriptionKinds() {}

    static List<Kind> all() {
        return List.of(
                store("RX-01", Host.PHARMACY, 3, PrescriptionKinds::withoutPrescription),
                store("RX-02", Host.PHARMACY, 3, PrescriptionKinds::prescribedAfterwards),
                store("RX-03", Host.PHARMACY, 2, PrescriptionKinds::expired),
                store("RX-04", Host.PHARMACY, 2, PrescriptionKinds::usedAgain),
                store("RX-05", Host.PHARMACY, 2, PrescriptionKinds::samePicture),
                doctor("RX-06", Host.PHARMACY, 1, PrescriptionKinds::everyMinute),
                doctor("RX-07", Host.PHARMACY, 1, PrescriptionKinds::twoPlaces),
                store("RX-08", Host.PHARMACY, 1, PrescriptionKinds::nobodysNumber)
                        .about("doctor", scheme -> scheme.doctor().id()),
                doctor("RX-09", Host.QUIET, 7, PrescriptionKinds::factory)
                        .about("store", scheme -> scheme.place().storeId()),
                store("RX-10", Host.PHARMACY, 2, PrescriptionKinds::nightBurst).also("RX-12"),
                store("RX-11", Host.PHARMACY, 2, PrescriptionKinds::tooMuch),
                store("RX-12", Host.PHARMACY, 3, PrescriptionKinds::nobodyOnDuty),
                store("RX-13", Host.PHARMACY, 2, PrescriptionKinds::twoShops)
                        .about(
                                "pharmacist",
                                scheme -> scheme.place().pharmacists().get(0)),
                store("RX-14", Host.QUIET, 2, PrescriptionKinds::withoutReading),
                store("RX-15", Host.PHARMACY, 4, PrescriptionKinds::pileUp)
                        .about("patient", scheme -> scheme.person(0).idHash()),
                store("RX-16", Host.ONLINE, 2, PrescriptionKinds::orderedFirst),
                store("RX-17", Host.PHARMACY, 1, PrescriptionKinds::sevenDrugs),
                store("RX-18", Host.PHARMACY, 2, PrescriptionKinds::againstLabel));
    }

    /** A kind about a doctor who is registered and seen in no honest prescription. */
    private static Kind doctor(String id, Host host, int days, java.util.function.Consumer<Scene> act) {
        return store(id, host, days, act)
                .about("doctor", scheme -> scheme.doctor().id())
                .registering((scheme, registry) -> registry.add(registry.practitioner(scheme.doctor())));
    }

    private static void sendNow(Scene scene, Prescription script) {
        scene.send(script, script.getIssueTime().plusSeconds(30));
    }

    private static void withoutPrescription(Scene scene) {
        scene.times(5, 8, () -> scene.send(scene.sale(scene.place(), scene.drug(COMMON), 1, scene.daytime())));
    }

    private static void prescribedAfterwards(Scene scene) {
        for (int i = 0; i < 4; i++) {
            Instant time = scene.daytime();
            Drug drug = scene.drug(COMMON);
            Prescription script = scene.script(scene.person(scene.step() * 4 + i), time, drug);
            SaleEvent line = scene.dispense(scene.place(), drug, 1, script, scene.person(scene.step() * 4 + i), time);
            script.setIssueTime(time.plusSeconds(scene.chance().between(600, 7_200)));
            sendNow(scene, script);
            scene.send(line);
        }
    }

    private static void expired(Scene scene) {
        for (int i = 0; i < 3; i++) {
            Instant time = scene.daytime();
            Drug drug = scene.drug(COMMON);
            Person person = scene.person(scene.step() * 3 + i);
            Prescription script = scene.script(person, time, drug);
            script.setValidDays(1);
            script.setIssueTime(
                    script.getIssueTime().minusSeconds(86_400L * scene.chance().between(2, 12)));
            scene.send(script, time.minusSeconds(400));
            scene.send(scene.dispense(scene.place(), drug, 1, script, person, time));
        }
    }

    private static void usedAgain(Scene scene) {
        Drug drug = scene.drug("头孢克肟分散片");
        Person person = scene.person(scene.step());
        Instant time = scene.between(9, 12);
        Prescription script = scene.script(person, time, drug);
        sendNow(scene, script);
        for (int i = 0; i < 4; i++) {
            scene.send(scene.dispense(scene.place(), drug, 1, script, person, time.plusSeconds(i * 5_400L)));
        }
    }

    private static void samePicture(Scene scene) {
        String picture = String.format("%016x", scene.chance().bits());
        Drug drug = scene.drug(COMMON);
        for (int i = 0; i < 4; i++) {
            Person person = scene.person(scene.step() * 4 + i);
            Instant time = scene.daytime();
            Prescription script = scene.script(person, time, drug);
            script.setSource(PrescriptionSource.PAPER_IMG);
            script.setCaSignOk(null);
            script.setImageHash(picture);
            sendNow(scene, script);
            scene.send(scene.dispense(scene.place(), drug, 1, script, person, time));
        }
    }

    private static void everyMinute(Scene scene) {
        Instant time = scene.trader().at(9);
        Drug drug = scene.drug("左氧氟沙星片");
        for (int i = 0; i < 90; i++) {
            time = time.plusSeconds(i % 10 < 6 ? 12 : scene.chance().between(30, 90));
            Prescription script = scene.script(scene.scheme().doctor(), scene.person(i), time, drug);
            script.setIssueTime(time);
            script.setStoreId(null);
            script.setInPerson(false);
            script.setRevisit(false);
            script.setSource(PrescriptionSource.E_RX);
            sendNow(scene, script);
        }
    }

    private static void twoPlaces(Scene scene) {
        Place far = scene.trade().city().elsewhere().get(3);
        Drug drug = scene.drug(COMMON);
        for (int i = 0; i < 6; i++) {
            Instant time = scene.trader().at(10 + i * 0.5);
            Prescription script = scene.script(scene.scheme().doctor(), scene.person(i), time, drug);
            script.setIssueTime(time);
            script.setInPerson(true);
            if (i % 2 == 1) {
                script.setRegionCode(far.region());
                script.setLon(far.lon());
                script.setLat(far.lat());
            }
            script.setStoreId(null);
            sendNow(scene, script);
        }
    }

    private static void nobodysNumber(Scene scene) {
        Drug drug = scene.drug(COMMON);
        for (int i = 0; i < 4; i++) {
            Instant time = scene.daytime();
            Prescription script = scene.script(scene.scheme().doctor(), scene.person(i), time, drug);
            sendNow(scene, script);
            scene.send(scene.dispense(scene.place(), drug, 1, script, scene.person(i), time));
        }
    }

    private static void factory(Scene scene) {
        Drug drug = scene.drug(COMMON);
        Doctor doctor = scene.scheme().doctor();
        for (int i = 0; i < 28; i++) {
            Person person = scene.person(scene.step() * 28 % 900 + i);
            Instant time = scene.trader().at(9.5 + i * 0.33 + scene.chance().uniform(0, 0.1));
            Prescription script = scene.script(doctor, person, time, drug);
            script.setSource(PrescriptionSource.E_RX);
            script.setCaSignOk(true);
            script.setImageHash(null);
            script.setInPerson(false);
            sendNow(scene, script);
            scene.send(scene.dispense(scene.place(), drug, 1, script, person, time));
        }
    }

    private static void nightBurst(Scene scene) {
        Drug drug = scene.drug("奥司他韦胶囊");
        for (int i = 0; i < 45; i++) {
            Person person = scene.person(scene.step() * 45 + i);
            Instant time = scene.between(1.2, 4.8);
            Prescription script = scene.script(person, time, drug);
            sendNow(scene, script);
            scene.send(scene.dispense(scene.place(), drug, 1, script, person, time));
        }
    }

    private static void tooMuch(Scene scene) {
        Drug drug = scene.drug("双氯芬酸钠缓释片");
        for (int i = 0; i < 4; i++) {
            Person person = scene.person(scene.step() * 4 + i);
            Instant time = scene.daytime();
            Prescription script = scene.script(person, time, drug);
            quantity(script, 8, 40);
            sendNow(scene, script);
            scene.send(scene.dispense(scene.place(), drug, 8, script, person, time));
        }
    }

    private static void quantity(Prescription script, double packs, double days) {
        List<PrescriptionItem> items = new ArrayList<>();
        for (PrescriptionItem item : script.getItems()) {
            items.add(PrescriptionItem.newBuilder(item)
                    .setQty(packs)
                    .setDays(days)
                    .build());
        }
        script.setItems(items);
    }

    private static void nobodyOnDuty(Scene scene) {
        Drug drug = scene.drug(COMMON);
        for (int i = 0; i < 5; i++) {
            Person person = scene.person(scene.step() * 5 + i);
            Instant time = scene.between(23, 23.9);
            Prescription script = scene.script(person, time, drug);
            script.setIssueTime(scene.between(14, 20));
            scene.aside(script, script.getIssueTime().plusSeconds(30));
            SaleEvent line = scene.dispense(scene.place(), drug, 1, script, person, time);
            line.setPharmacistId(null);
            line.setRxReviewTime(null);
            line.setDispenserId("店员" + scene.place().index());
            scene.send(line);
        }
    }

    /** The certificate hangs in one shop while its owner approves in another. */
    private static void twoShops(Scene scene) {
        String pharmacist = scene.place().pharmacists().get(0);
        Place other = scene.scheme().parts().farFrom(scene.place(), "RX").get(0);
        Drug drug = scene.drug(COMMON);
        for (int i = 0; i < 6; i++) {
            Place at = i % 2 == 0 ? scene.place() : other;
            Person person = scene.person(scene.step() * 6 + i);
            Instant time = scene.trader().at(9.5 + i * 0.15);
            Prescription script = scene.script(person, time, drug);
            script.setStoreId(at.storeId());
            scene.aside(script, script.getIssueTime().plusSeconds(30));
            SaleEvent line = scene.dispense(at, drug, 1, script, person, time);
            line.setPharmacistId(pharmacist);
            scene.send(line);
        }
    }

    private static void withoutReading(Scene scene) {
        Drug drug = scene.drug("孟鲁司特钠片");
        for (int i = 0; i < 60; i++) {
            Person person = scene.person(scene.step() * 60 + i);
            Instant time = scene.daytime();
            Prescription script = scene.script(person, time, drug);
            scene.aside(script, script.getIssueTime().plusSeconds(30));
            SaleEvent line = scene.dispense(scene.place(), drug, 1, script, person, time);
            line.setRxUploadTime(
                    line.getRxReviewTime().minusSeconds(scene.chance().between(1, 3)));
            scene.send(line);
        }
    }

    /** One patient collects the dear drug from one institution after the other. */
    private static void pileUp(Scene scene) {
        Drug drug = scene.drug(DEAR);
        Person patient = scene.person(0);
        List<Place> shops = scene.scheme().parts().farFrom(scene.place(), "RX");
        for (int i = 0; i < 12; i++) {
            Place at = shops.get((scene.step() * 12 + i) % shops.size());
            Instant time = scene.daytime();
            Prescription script = scene.script(patient, time, drug);
            script.setStoreId(at.storeId());
            sendNow(scene, script);
            scene.send(scene.dispense(at, drug, 1, script, patient, time));
        }
    }

    private static void orderedFirst(Scene scene) {
        Drug drug = scene.drug(COMMON);
        Listing offer = scene.trade()
                .shopWindow()
                .drug(scene.place(), drug, drug.price(), scene.trader().at(8));
        offer.setHasInsertShown(true);
        offer.setRxWarningShown(false);
        offer.setOrderBeforeReview(true);
        scene.send(offer, scene.trader().at(8.1));
        for (int i = 0; i < 3; i++) {
            Person person = scene.person(scene.step() * 3 + i);
            Instant time = scene.daytime();
            Prescription script =
                    scene.script(scene.chance().one(scene.trade().city().internetDoctors()), person, time, drug);
            scene.aside(script, script.getIssueTime().plusSeconds(30));
            SaleEvent line = scene.dispense(scene.place(), drug, 1, script, person, time);
            scene.trade().shopWindow().deliver(line, scene.place(), person);
            line.setRxUploadTime(time.plusSeconds(200));
            line.setRxReviewTime(time.plusSeconds(scene.chance().between(600, 3_600)));
            scene.send(line);
        }
    }

    private static void sevenDrugs(Scene scene) {
        Drug[] drugs = scene
                .scheme()
                .parts()
                .catalogue()
                .drugs(drug -> drug.needsPrescription()
                        && drug.control().isEmpty()
                        && !drug.is("chronic")
                        && !drug.is("hospital")
                        && !drug.is("child"))
                .stream()
                .limit(7)
                .toArray(Drug[]::new);
        for (int i = 0; i < 2; i++) {
            Instant time = scene.daytime();
            Prescription script = scene.script(scene.person(i), time, drugs);
            sendNow(scene, script);
            scene.send(scene.dispense(scene.place(), drugs[0], 1, script, scene.person(i), time));
        }
    }

    /** A drug for men, prescribed and sold for women. */
    private static void againstLabel(Scene scene) {
        Drug drug = scene.drug("非那雄胺片");
        for (int i = 0; i < 3; i++) {
            Person person = scene.person(scene.step() * 3 + i);
            Instant time = scene.daytime();
            Prescription script = scene.script(person, time, drug);
            script.setKind(PrescriptionKind.LONG_TERM);
            script.setPatientSex(io.zhiwei.schemas.Sex.FEMALE);
            sendNow(scene, script);
            scene.send(scene.dispense(scene.place(), drug, 1, script, person, time));
        }
    }
}
