package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.city.City;
import io.zhiwei.deploy.simulator.city.Device;
import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Fact;
import io.zhiwei.deploy.simulator.city.Person;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.schemas.RegistryRecord;
import io.zhiwei.schemas.SaleEvent;
import java.util.ArrayList;
import java.util.List;

/** Who is exempt in the city, and the registry records that say so. */
public final class Exemptions {

    private static final int RESIDENTS = 12;
    private static final int AGENT = 41_000_000;

    private Exemptions() {}

    static Person careAgent(City city) {
        return city.people().adult(AGENT);
    }

    static Person resident(City city, int number) {
        return city.people().person(AGENT + 24 + number, city.settings().start().getYear() - 80);
    }

    static String careAddress(City city) {
        return city.people().hash("care home");
    }

    static Place registrant(City city) {
        return city.exempt().get(0);
    }

    static Place station(City city) {
        return city.exempt().get(1);
    }

    static Place crossBorder(City city) {
        return city.exempt().get(2);
    }

    static Device ownDevice(City city) {
        return city.catalogue()
                .devices(device -> device.name().equals("软性亲水接触镜"))
                .get(0);
    }

    /** Returns the records of kind exemption. */
    public static List<Fact> exemptions(City city) {
        return List.of(
                Fact.of("exemption", registrant(city).sellerId())
                        .text("code", "X13")
                        .texts("products", List.of(ownDevice(city).regNo())),
                Fact.of("exemption", station(city).sellerId())
                        .text("code", "X14")
                        .texts("products", List.of()),
                Fact.of("exemption", crossBorder(city).sellerId())
                        .text("code", "X15")
                        .texts("products", List.of()));
    }

    /** Returns the authorisation of the care home's agent. */
    public static Fact authorisation(City city) {
        List<String> patients = new ArrayList<>();
        for (int i = 0; i < RESIDENTS; i++) {
            patients.add(resident(city, i).idHash());
        }
        return Fact.of("agent-authorisation", careAgent(city).idHash())
                .text("for", "CARE_HOME")
                .texts("patients", patients)
                .texts("addresses", List.of(careAddress(city)));
    }

    /** Returns the class of the care home's address. */
    public static Fact address(City city) {
        return Fact.of("address-class", careAddress(city)).text("class", "CARE_HOME");
    }

    /** Returns the class of the care home's telephone. */
    public static Fact telephone(City city) {
        return Fact.of("link-class", careAgent(city).phoneHash()).text("class", "CARE_HOME");
    }

    /** Returns the cards of patients with special need. */
    public static List<Fact> cards(City city) {
        List<Fact> cards = new ArrayList<>();
        for (int card = 0; card < 400; card++) {
            cards.add(Fact.of(
                            "patient-card",
                            InstitutionDay.cardHolder(city, card).idHash())
                    .text("card", "CANCER_PAIN"));
        }
        return cards;
    }

    static RegistryRecord clearance(Place place, SaleEvent line, Trader trader) {
        return Fact.of("clearance", place.storeId() + "|" + line.getBatchNo())
                .text("drugCode", line.getDrugCode())
                .number("discount", 0.6)
                .from(trader.midnight())
                .to(trader.midnight().plusSeconds(86_400))
                .recordedAt(trader.midnight());
    }

    static RegistryRecord notice(Drug drug, Trader trader) {
        return Fact.of("notice", "420704")
                .text("noticeNo", "鄂州应急〔" + trader.date().getYear() + "〕" + trader.day() + "号")
                .text("effect", "EMERGENCY_SUPPLY")
                .texts("drugs", List.of(drug.drugCode()))
                .from(trader.midnight())
                .to(trader.midnight().plusSeconds(7 * 86_400L))
                .recordedAt(trader.midnight());
    }
}
