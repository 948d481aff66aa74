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
import io.zhiwei.schemas.SaleEvent;
import io.zhiwei.schemas.SaleType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A day of a hospital or clinic: what its doctors prescribe and its own pharmacy dispenses, no retail licence needed. */
final class InstitutionDay {

    private static final double CANCER_PAIN = 0.004;
    private static final double SPLIT = 0.03;
    private static final double OWN_PHARMACY = 0.8;
    private static final int CARDS = 400;

    private final City city;
    private final Workshop workshop;
    private final Map<Place, List<Doctor>> staff = new HashMap<>();

    InstitutionDay(City city, Workshop workshop) {
        this.city = city;
        this.workshop = workshop;
        city.doctors()
                .forEach(doctor -> staff.computeIfAbsent(doctor.org(), first -> new ArrayList<>())
                        .add(doctor));
    }

    void live(Place place, Trader trader) {
        int lines = trader.chance().poisson(place.linesADay() * Calendar.ofDay(trader.date()));
        while (lines > 0) {
            lines -= visit(place, trader);
        }
    }

    /** Returns whose card for cancer pain it is; the people of the cards are always the same. */
    static Person cardHolder(City city, int card) {
        return city.people()
                .person(
                        city.people().size() - 1 - card % CARDS,
                        city.settings().start().getYear() - 62);
    }

    private int visit(Place place, Trader trader) {
        Chance chance = trader.chance();
        boolean pain = place.kind() == Place.Kind.HOSPITAL && chance.happens(CANCER_PAIN);
        List<Drug> drugs = pain ? List.of(draw(Occasion.NARCOTIC, trader)) : drugs(place, trader);
        Person patient = patient(drugs.get(0), pain, trader);
        Instant time = Calendar.moment(place, trader);
        Prescription script =
                workshop.scripts().write(doctor(place, drugs.get(0), chance), patient, drugs, time, chance);
        Mark mark = Mark.lookAlike(pain ? "X17" : "X01");
        trader.outbox().send(script, time.plusSeconds(chance.between(1, 60)), mark);
        if (chance.happens(OWN_PHARMACY)) {
            dispense(place, script, drugs, patient, mark, trader);
        }
        return drugs.size();
    }

    private List<Drug> drugs(Place place, Trader trader) {
        List<Drug> drugs = new ArrayList<>();
        int wanted = trader.chance().between(1, 3);
        for (int i = 0; i < wanted; i++) {
            Drug drug = draw(place.kind() == Place.Kind.HOSPITAL ? Occasion.HOSPITAL : Occasion.ACUTE, trader);
            boolean fits = drugs.isEmpty() || drug.is("child") == drugs.get(0).is("child") && !drug.is("female");
            if (fits
                    && !drugs.contains(drug)
                    && (drugs.isEmpty() || !drugs.get(0).is("female"))) {
                drugs.add(drug);
            }
        }
        return drugs;
    }

    private Drug draw(Occasion occasion, Trader trader) {
        return workshop.assortment().of(occasion, trader.date().getMonth()).draw(trader.chance());
    }

    private Person patient(Drug drug, boolean pain, Trader trader) {
        Chance chance = trader.chance();
        if (pain) {
            return cardHolder(city, chance.below(CARDS));
        }
        int number = chance.below(city.people().size());
        if (drug.is("child")) {
            return city.people().person(number, trader.date().getYear() - chance.between(3, 12));
        }
        Person person = city.people().adult(number);
        while (drug.is("female")
                && (!person.female() || person.birthYear() < trader.date().getYear() - 45)) {
            person = city.people().adult(chance.below(city.people().size()));
        }
        return person;
    }

    private Doctor doctor(Place place, Drug drug, Chance chance) {
        List<Doctor> own = staff.getOrDefault(place, city.doctors());
        List<Doctor> able = own.stream()
                .filter(doctor -> doctor.specialty().equals(drug.specialty())
                        || doctor.specialty().equals("GENERAL")
                        || doctor.specialty().equals("INTERNAL"))
                .toList();
        return chance.one(able.isEmpty() ? own : able);
    }

    private void dispense(
            Place place, Prescription script, List<Drug> drugs, Person patient, Mark mark, Trader trader) {
        Chance chance = trader.chance();
        Instant time = script.getIssueTime().plusSeconds(chance.between(400, 2_400));
        String receipt = workshop.till().receipt();
        for (Drug drug : drugs) {
            SaleEvent line = workshop.till().drug(place, drug, 1, time, trader);
            line.setSaleId(receipt);
            Till.buyer(line, patient);
            Till.prescription(line, script, place.pharmacists().get(0), chance);
            if (!drug.control().isEmpty()) {
                line.setRegisterId(workshop.registers().entry());
            }
            if (mark.lookAlike().equals("X01") && chance.happens(SPLIT)) {
                split(line, place, trader);
            }
            workshop.counter().send(line, place, mark, trader);
        }
    }

    /** Half a pack now, half an hour later the rest: the same code twice, in one institution (拆零). */
    private void split(SaleEvent line, Place place, Trader trader) {
        double units = line.getQtyUnits() / 2;
        line.setSaleType(SaleType.SPLIT);
        line.setQtyUnits(units);
        Till.price(line, line.getUnitPrice(), 0.5);
        SaleEvent rest = SaleEvent.newBuilder(line)
                .setSaleLineId(workshop.till().nextLine())
                .setSaleId(workshop.till().receipt())
                .setEventTime(line.getEventTime().plusSeconds(1_800))
                .build();
        workshop.counter().send(rest, place, Mark.lookAlike("X07"), trader);
    }
}
