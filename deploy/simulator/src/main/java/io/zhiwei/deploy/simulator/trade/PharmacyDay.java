package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Mark;
import io.zhiwei.deploy.simulator.city.City;
import io.zhiwei.deploy.simulator.city.Doctor;
import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Person;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.deploy.simulator.trade.Assortment.Occasion;
import io.zhiwei.schemas.Prescription;
import io.zhiwei.schemas.SaleChannel;
import io.zhiwei.schemas.SaleEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A day of a pharmacy: its visits. */
final class PharmacyDay {

    private static final double EPHEDRINE = 0.006;
    private static final double PSYCHOTROPIC = 0.0025;
    private static final double TOXIC = 0.0005;
    private static final double PRESCRIPTION = 0.34;
    private static final double OTC_A = 0.63;
    private static final double OTC_B = 0.88;
    private static final double DEVICE = 0.98;
    private static final double KNOWN_BUYER = 0.4;
    private static final double ONLINE = 0.25;
    private static final double MEAN_LAG_SECONDS = 25 * 60;
    private static final int CHRONIC_EVERY_DAYS = 28;
    private static final double CHRONIC = 0.12;
    private static final double COMES = 0.75;

    private final ColdPatients coldPatients;
    private final City city;
    private final Workshop workshop;

    PharmacyDay(City city, Workshop workshop) {
        this.city = city;
        this.workshop = workshop;
        this.coldPatients = new ColdPatients(city.people());
    }

    /** Lives a day. */
    void live(Place place, int number, Trader trader) {
        int lines = trader.chance().poisson(place.linesADay() * Calendar.ofDay(trader.date()));
        if (place.maySell("RX")) {
            lines -= chronicVisits(place, number, trader);
        }
        while (lines > 0) {
            lines -= visit(place, trader);
        }
    }

    private int visit(Place place, Trader trader) {
        Chance chance = trader.chance();
        double season = trader.date().getMonthValue() % 11 < 3 ? 1.8 : 1;
        if (place.maySell("EPH") && chance.happens(EPHEDRINE * season)) {
            return ephedrine(place, trader);
        }
        if (place.maySell("PSY2") && chance.happens(PSYCHOTROPIC)) {
            return controlled(place, Occasion.PSYCHOTROPIC, trader);
        }
        if (place.maySell("TOX") && chance.happens(TOXIC)) {
            return controlled(place, Occasion.TOXIC, trader);
        }
        double drawn = chance.uniform(0, 1);
        if (place.maySell("RX") && drawn < PRESCRIPTION / 1.4) {
            return acute(place, trader);
        }
        if (drawn < DEVICE && drawn >= OTC_B) {
            return device(place, trader);
        }
        return overTheCounter(place, place.maySell("OTC_A") && drawn < OTC_A ? Occasion.OTC_A : Occasion.OTC_B, trader);
    }

    private int chronicVisits(Place place, int number, Trader trader) {
        int patients = (int) (city.people().size() * CHRONIC);
        int shops = city.pharmacies().size();
        int lines = 0;
        for (int k = number; k < patients; k += shops) {
            if (k / shops % CHRONIC_EVERY_DAYS == trader.day() % CHRONIC_EVERY_DAYS
                    && trader.chance().happens(COMES)) {
                lines += chronic(place, k, trader);
            }
        }
        return lines;
    }

    private int chronic(Place place, int patient, Trader trader) {
        Person person = city.people().adult(patient);
        List<Drug> drugs = new ArrayList<>();
        drugs.add(ofPatient(person, 0));
        Drug second = ofPatient(person, 1);
        if (patient % 3 == 0 && !drugs.contains(second)) {
            drugs.add(second);
        }
        sellOnPrescription(place, person, person, drugs, Mark.lookAlike("X02"), trader);
        return drugs.size();
    }

    private Drug ofPatient(Person person, int which) {
        List<Drug> drugs = workshop.assortment().chronic();
        int start = (int) Long.remainderUnsigned(Chance.mix(person.number() * 2L + which), drugs.size());
        Drug drug = drugs.get(start);
        return drug.is("male") && person.female() ? drugs.get((start + 1) % drugs.size()) : drug;
    }

    private int acute(Place place, Trader trader) {
        Chance chance = trader.chance();
        Choice<Drug> choice =
                workshop.assortment().of(Occasion.ACUTE, trader.date().getMonth());
        List<Drug> drugs = new ArrayList<>(List.of(choice.draw(chance)));
        while (drugs.size() < 3 && chance.happens(0.3)) {
            Drug further = choice.draw(chance);
            if (!drugs.contains(further) && further.is("child") == drugs.get(0).is("child")) {
                drugs.add(further);
            }
        }
        Person buyer = city.people().adult(chance.below(city.people().size()));
        Person patient = drugs.get(0).is("child")
                ? city.people().person(buyer.number(), trader.date().getYear() - chance.between(3, 12))
                : buyer;
        sellOnPrescription(place, buyer, patient, drugs, mark(drugs), trader);
        return drugs.size();
    }

    private static Mark mark(List<Drug> drugs) {
        return drugs.get(0).is("dual") ? Mark.lookAlike("X03") : Mark.ORDINARY;
    }

    private int controlled(Place place, Occasion occasion, Trader trader) {
        Drug drug = workshop.assortment().of(occasion, trader.date().getMonth()).draw(trader.chance());
        Person person = city.people().adult(trader.chance().below(city.people().size()));
        SaleEvent line = sellOnPrescription(place, person, person, List.of(drug), Mark.ORDINARY, trader)
                .get(0);
        workshop.registers().note(place, drug, (int) Math.round(line.getQtyPacks()));
        return 1;
    }

    /** Sells a pack of each drug on a prescription that was written the same day, before. */
    private List<SaleEvent> sellOnPrescription(
            Place place, Person buyer, Person patient, List<Drug> drugs, Mark mark, Trader trader) {
        Chance chance = trader.chance();
        boolean special = !drugs.get(0).control().isEmpty();
        boolean online = !special
                && place.is("ONLINE")
                && chance.happens(ONLINE)
                && drugs.stream().allMatch(Trade::mayGoOnline);
        Instant time = Calendar.moment(place, trader);
        Doctor doctor = online
                ? chance.one(city.internetDoctors())
                : chance.one(city.doctors(drugs.get(0).specialty()));
        Prescription script = workshop.scripts().write(doctor, patient, drugs, issued(time, trader), chance);
        script.setStoreId(place.storeId());
        trader.outbox()
                .send(
                        script,
                        script.getIssueTime().plusSeconds(chance.between(1, 120)),
                        online ? Mark.lookAlike("X04") : Mark.ORDINARY);
        String receipt = workshop.till().receipt();
        List<SaleEvent> lines = new ArrayList<>();
        for (Drug drug : drugs) {
            SaleEvent line = workshop.till().drug(place, drug, 1, time, trader);
            line.setSaleId(receipt);
            Till.buyer(line, buyer);
            if (buyer != patient) {
                line.setAgentIdHash(buyer.idHash());
            }
            Till.prescription(line, script, workshop.presences().reviewer(place, time), chance);
            if (online) {
                workshop.shopWindow().deliver(line, place, buyer);
            }
            if (special) {
                line.setRegisterId(workshop.registers().entry());
            }
            workshop.counter()
                    .send(
                            line,
                            place,
                            place.is("REMOTE") && mark == Mark.ORDINARY ? Mark.lookAlike("X12") : mark,
                            trader);
            lines.add(line);
        }
        return lines;
    }

    private static Instant issued(Instant sale, Trader trader) {
        Instant issued = sale.minusSeconds(480 + (long) trader.chance().exponential(MEAN_LAG_SECONDS));
        return issued.isBefore(trader.midnight()) ? trader.midnight().plusSeconds(1) : issued;
    }

    private int ephedrine(Place place, Trader trader) {
        Chance chance = trader.chance();
        Drug drug = workshop.assortment()
                .of(Occasion.EPHEDRINE, trader.date().getMonth())
                .draw(chance);
        int packs = chance.between(1, 2);
        SaleEvent line = workshop.till().drug(place, drug, packs, Calendar.moment(place, trader), trader);
        Till.buyer(line, coldPatients.draw(trader.day(), chance));
        line.setRegisterId(workshop.registers().entry());
        line.setPharmacistId(workshop.presences().reviewer(place, line.getEventTime()));
        workshop.registers().note(place, drug, packs);
        workshop.counter().send(line, place, Mark.ORDINARY, trader);
        return 1;
    }

    private int overTheCounter(Place place, Occasion occasion, Trader trader) {
        Chance chance = trader.chance();
        Instant time = Calendar.moment(place, trader);
        Choice<Drug> choice = workshop.assortment().of(occasion, trader.date().getMonth());
        Person buyer = city.people().adult(chance.below(city.people().size()));
        boolean known = chance.happens(KNOWN_BUYER);
        boolean online = place.is("ONLINE") && chance.happens(ONLINE);
        String receipt = workshop.till().receipt();
        int lines = chance.happens(0.3) ? 2 : 1;
        for (int i = 0; i < lines; i++) {
            Drug drug = choice.draw(chance);
            SaleEvent line = workshop.till().drug(place, drug, chance.happens(0.12) ? 2 : 1, time, trader);
            line.setSaleId(receipt);
            if (occasion == Occasion.OTC_A) {
                line.setPharmacistId(workshop.presences().reviewer(place, time));
            }
            if (known || online) {
                Till.buyer(line, buyer);
            }
            if (online) {
                workshop.shopWindow().deliver(line, place, buyer);
            }
            workshop.counter().send(line, place, lookAlike(drug, line), trader);
        }
        return lines;
    }

    private static Mark lookAlike(Drug drug, SaleEvent line) {
        if (drug.is("X19")) {
            return Mark.lookAlike("X19");
        }
        boolean online = line.getChannel() != SaleChannel.STORE;
        return drug.is("X18") && online
                ? Mark.lookAlike("X18")
                : drug.is("dual") ? Mark.lookAlike("X03") : Mark.ORDINARY;
    }

    private int device(Place place, Trader trader) {
        boolean filed = !place.mode().equals("OTC_B_ONLY");
        Instant time = Calendar.moment(place, trader);
        SaleEvent line = workshop.till()
                .device(place, workshop.assortment().pharmacyDevices(filed).draw(trader.chance()), time, trader);
        workshop.counter().send(line, place, filed ? Mark.ORDINARY : Mark.lookAlike("X13"), trader);
        return 1;
    }
}
