package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.Mark;
import io.zhiwei.deploy.simulator.city.City;
import io.zhiwei.deploy.simulator.city.Device;
import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Person;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.schemas.BuyerIdType;
import io.zhiwei.schemas.ProductKind;
import io.zhiwei.schemas.SaleChannel;
import io.zhiwei.schemas.SaleEvent;
import java.time.Instant;
import java.util.List;

/**
 * Lawful sales that look unlawful and that ordinary trade does not show by itself. What registry records they rest on is
 * in {@link Exemptions}.
 */
final class LookAlikes {

    private final City city;
    private final Workshop workshop;

    LookAlikes(City city, Workshop workshop) {
        this.city = city;
        this.workshop = workshop;
    }

    void live(Trader trader) {
        families(trader);
        careHome(trader);
        withoutCode(trader);
        registrant(trader);
        contraceptives(trader);
        crossBorder(trader);
        clearance(trader);
        emergency(trader);
    }

    private int sized(double atFullSize, Trader trader) {
        return Math.max(1, trader.chance().poisson(atFullSize * city.settings().scale()));
    }

    /** X05: a household of up to four buys ephedrine compounds in a cold season, one pack each, with one telephone. */
    private void families(Trader trader) {
        for (int i = sized(2, trader); i > 0; i--) {
            Place place = pharmacy(trader);
            Instant time = Calendar.moment(place, trader);
            Drug drug = city.catalogue().drug("氨酚伪麻美芬片");
            int household = trader.chance().below(city.people().size() / 12) * 12;
            int packs = 0;
            for (int member = 5; member < 5 + trader.chance().between(2, 4); member++) {
                SaleEvent line = workshop.till().drug(place, drug, 1, time.plusSeconds(packs * 60L), trader);
                Till.buyer(line, city.people().adult(household + member));
                line.setPhoneHash(city.people().hash("family" + household));
                line.setRegisterId(workshop.registers().entry());
                line.setPharmacistId(workshop.presences().reviewer(place, time));
                trader.outbox().send(line, line.getEventTime().plusSeconds(20), Mark.lookAlike("X05"));
                packs++;
            }
            workshop.registers().note(place, drug, packs);
        }
    }

    /** X06: the agent of a care home collects for its people. */
    private void careHome(Trader trader) {
        if (trader.day() % 7 != 2) {
            return;
        }
        Place place = pharmacy(trader);
        Person agent = Exemptions.careAgent(city);
        Drug drug = city.catalogue().drug("布洛芬缓释胶囊");
        Instant time = trader.at(10);
        for (int resident = 0; resident < 12; resident++) {
            SaleEvent line = workshop.till().drug(place, drug, 1, time.plusSeconds(resident * 40L), trader);
            Person patient = Exemptions.resident(city, resident);
            Till.buyer(line, patient);
            line.setPatientIdHash(patient.idHash());
            line.setPatientBirthYear(patient.birthYear());
            line.setAgentIdHash(agent.idHash());
            line.setPhoneHash(agent.phoneHash());
            line.setPharmacistId(workshop.presences().reviewer(place, time));
            line.setDeliverAddrHash(Exemptions.careAddress(city));
            trader.outbox().send(line, line.getEventTime().plusSeconds(20), Mark.lookAlike("X06"));
        }
    }

    /** X10: stock from before the duty to scan has no code. */
    private void withoutCode(Trader trader) {
        for (int i = sized(20, trader); i > 0; i--) {
            SaleEvent line = overTheCounter("六味地黄丸", 1, trader);
            line.setTraceCodes(List.of());
            line.setInsurancePaid(null);
            trader.outbox().send(line, line.getEventTime().plusSeconds(20), Mark.lookAlike("X10"));
        }
    }

    /** X13: a registrant sells its own device of class III. */
    private void registrant(Trader trader) {
        Place registrant = Exemptions.registrant(city);
        Device device = Exemptions.ownDevice(city);
        for (int i = sized(4, trader); i > 0; i--) {
            SaleEvent line = workshop.till()
                    .device(registrant, device, trader.at(trader.chance().uniform(9, 17)), trader);
            trader.outbox().send(line, line.getEventTime().plusSeconds(20), Mark.lookAlike("X13"));
        }
    }

    /** X14: contraceptives of public supply, without a licence for devices. */
    private void contraceptives(Trader trader) {
        Place station = Exemptions.station(city);
        Device condom =
                city.catalogue().devices(device -> device.name().equals("避孕套")).get(0);
        for (int i = sized(6, trader); i > 0; i--) {
            SaleEvent line = workshop.till()
                    .device(station, condom, trader.at(trader.chance().uniform(9, 17)), trader);
            Till.price(line, 0, 1);
            trader.outbox().send(line, line.getEventTime().plusSeconds(20), Mark.lookAlike("X14"));
        }
    }

    /** X15: a cross-border shop sells a pack that is lawful abroad. */
    private void crossBorder(Trader trader) {
        Place shop = Exemptions.crossBorder(city);
        Drug drug = city.catalogue().drug("维生素C片");
        SaleEvent line = workshop.till()
                .drug(
                        shop,
                        drug,
                        workshop.stock()
                                .unreceived(
                                        shop,
                                        drug,
                                        trader.date().minusDays(90),
                                        trader.date().plusDays(500)),
                        1,
                        trader.at(13),
                        trader);
        line.setApprovalNo("境外OTC-" + trader.chance().between(1_000, 9_999));
        line.setTraceCodes(List.of());
        workshop.shopWindow()
                .deliver(
                        line,
                        shop,
                        city.people().adult(trader.chance().below(city.people().size())));
        trader.outbox().send(line, line.getEventTime().plusSeconds(20), Mark.lookAlike("X15"));
    }

    /** X16: stock near its expiry at less than half the price, with notice. */
    private void clearance(Trader trader) {
        Place place = pharmacy(trader);
        SaleEvent line = overTheCounter(place, "板蓝根颗粒", 1, trader);
        Till.price(line, Prices.round(line.getUnitPrice() * 0.4), line.getQtyPacks());
        trader.outbox().send(Exemptions.clearance(place, line, trader), trader.midnight());
        trader.outbox().send(line, line.getEventTime().plusSeconds(20), Mark.lookAlike("X16"));
    }

    /** X11: an emergency order of a district, told by notice, lets a clinic receive a wholesaler's delivery of many packs. */
    private void emergency(Trader trader) {
        if (trader.day() % 14 != 5) {
            return;
        }
        Place wholesaler = city.wholesalers().get(0);
        Drug drug = city.catalogue().drug("奥司他韦胶囊");
        trader.outbox().send(Exemptions.notice(drug, trader), trader.midnight());
        SaleEvent line = workshop.till().drug(wholesaler, drug, 200, trader.at(9), trader);
        line.setChannel(SaleChannel.WHOLESALE);
        line.setProductKind(ProductKind.DRUG);
        line.setBuyerIdType(BuyerIdType.ORGANISATION);
        line.setBuyerIdHash(city.people().hash(city.institutions().get(1).sellerId()));
        trader.outbox().send(line, line.getEventTime().plusSeconds(20), Mark.lookAlike("X11"));
    }

    private SaleEvent overTheCounter(String drug, int packs, Trader trader) {
        return overTheCounter(pharmacy(trader), drug, packs, trader);
    }

    private SaleEvent overTheCounter(Place place, String drug, int packs, Trader trader) {
        Instant time = Calendar.moment(place, trader);
        return workshop.till().drug(place, city.catalogue().drug(drug), packs, time, trader);
    }

    private Place pharmacy(Trader trader) {
        List<Place> able = city.pharmacies().stream()
                .filter(place -> place.maySell("EPH") && !place.is("LATE"))
                .toList();
        return trader.chance().one(able);
    }
}
