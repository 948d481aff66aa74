package io.zhiwei.deploy.simulator.scheme;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Mark;
import io.zhiwei.deploy.simulator.city.Device;
import io.zhiwei.deploy.simulator.city.Doctor;
import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Person;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.deploy.simulator.trade.Till;
import io.zhiwei.deploy.simulator.trade.Trade;
import io.zhiwei.deploy.simulator.trade.Trader;
import io.zhiwei.schemas.Prescription;
import io.zhiwei.schemas.SaleEvent;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A day of a scheme, with the moves that schemes have in common. A move makes what would be lawful; the kind then
 * changes what it is about.
 *
 * @param scheme the scheme
 * @param trader the day
 * @param step day of the scheme, 0 the first
 */
record Scene(Scheme scheme, Trader trader, int step) {

    Place place() {
        return scheme.place();
    }

    Chance chance() {
        return trader.chance();
    }

    Trade trade() {
        return scheme.parts().trade();
    }

    Person person(int which) {
        return scheme.person(which);
    }

    Drug drug(String name) {
        return scheme.parts().catalogue().drug(name);
    }

    Device device(String name) {
        return scheme.parts()
                .catalogue()
                .devices(device -> device.name().equals(name))
                .get(0);
    }

    /** Draws a time between two hours of the day. */
    Instant between(double from, double to) {
        return trader.at(chance().uniform(from, to));
    }

    /** Draws a time at which pharmacies are open and the pharmacist is there. */
    Instant daytime() {
        return between(9, 19);
    }

    /** Repeats a move a number of times that varies by day. */
    void times(int least, int most, Runnable move) {
        int times = chance().between(least, most);
        for (int i = 0; i < times; i++) {
            move.run();
        }
    }

    /** Sends an event of the scheme when it happens. */
    void send(SpecificRecordBase event, Instant arrival) {
        trader.outbox().send(event, arrival, Mark.scheme(scheme.id()));
    }

    /** Sends a line of the scheme. */
    void send(SaleEvent line) {
        send(line, line.getEventTime().plusSeconds(chance().between(5, 60)));
    }

    /** Sends something lawful that goes with the scheme but is no part of it. */
    void aside(SpecificRecordBase event, Instant arrival) {
        trader.outbox().send(event, arrival, Mark.ORDINARY);
    }

    /** Makes a lawful line of an over-the-counter drug. */
    SaleEvent overTheCounter(String sale) {
        Drug drug = chance().one(scheme.parts()
                .catalogue()
                .drugs(one -> one.sale().equals(sale) && one.control().isEmpty() && !one.is("dual")));
        return sale(place(), drug, 1, daytime());
    }

    /** Makes a lawful line without a prescription. */
    SaleEvent sale(Place at, Drug drug, int packs, Instant time) {
        SaleEvent line = trade().till().drug(at, drug, packs, time, trader);
        line.setPharmacistId(trade().presences().reviewer(at, time));
        return line;
    }

    /** Makes a prescription of an honest doctor, issued before a sale. */
    Prescription script(Person patient, Instant sale, Drug... drugs) {
        List<Doctor> able = trade().city().doctors(drugs[0].specialty());
        return script(chance().one(able), patient, sale, drugs);
    }

    /** Makes a prescription of a given doctor, issued before a sale. */
    Prescription script(Doctor doctor, Person patient, Instant sale, Drug... drugs) {
        Instant issued = sale.minusSeconds(chance().between(600, 3_000));
        Prescription script = trade().scripts().write(doctor, patient, List.of(drugs), issued, chance());
        script.setStoreId(place().storeId());
        return script;
    }

    /** Makes a line on a prescription, reviewed before the sale by who is on duty. */
    SaleEvent dispense(Place at, Drug drug, int packs, Prescription script, Person buyer, Instant time) {
        SaleEvent line = trade().till().drug(at, drug, packs, time, trader);
        Till.buyer(line, buyer);
        Till.prescription(line, script, trade().presences().reviewer(at, time), chance());
        if (!drug.control().isEmpty()) {
            line.setRegisterId(trade().registers().entry());
            trade().registers().note(at, drug, packs);
        }
        return line;
    }

    /** Makes a lawful line of an ephedrine compound. */
    SaleEvent ephedrine(Place at, int packs, Person buyer, Instant time) {
        Drug drug = drug("氨酚伪麻美芬片");
        SaleEvent line = sale(at, drug, packs, time);
        Till.buyer(line, buyer);
        line.setRegisterId(trade().registers().entry());
        trade().registers().note(at, drug, packs);
        return line;
    }

    /** Makes a lawful line of a device. */
    SaleEvent device(Device device) {
        return trade().till().device(place(), device, daytime(), trader);
    }
}
