package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.Outbox;
import io.zhiwei.deploy.simulator.city.City;
import io.zhiwei.deploy.simulator.city.Device;
import io.zhiwei.deploy.simulator.city.Doctor;
import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Fact;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.deploy.simulator.city.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The registry as it is before the first day: every kind of models/reference/registry.yaml, each followed by its marker
 * that nothing is missing.
 */
public final class Registry {

    private static final List<String> KINDS = List.of(
            "region",
            "drug-catalogue",
            "control-class",
            "online-ban",
            "trace-prefix",
            "price-reference",
            "device-registration",
            "udi",
            "drug-licence",
            "medical-institution",
            "device-licence",
            "device-filing",
            "practitioner",
            "pharmacist",
            "online-notification",
            "platform",
            "cold-asset",
            "recall",
            "address-class",
            "link-class",
            "place-class",
            "agent-authorisation",
            "patient-card",
            "notice",
            "clearance",
            "exemption",
            "special-register");
    private static final int LICENCE_YEARS = 5;

    private final City city;
    private final Map<String, List<Fact>> facts = new LinkedHashMap<>();
    private final Instant since;

    /** Draws up the registry of the city. */
    public Registry(City city) {
        this.city = city;
        this.since = city.settings().midnight(-400);
        KINDS.forEach(kind -> facts.put(kind, new ArrayList<>()));
        addProducts();
        addPlaces();
        addPeople();
        addExemptions();
    }

    /** Adds a fact. */
    public void add(Fact fact) {
        facts.computeIfAbsent(fact.kind(), first -> new ArrayList<>()).add(fact);
    }

    /** Sends everything, kind by kind, the evening before the first day. */
    public void send(Outbox outbox) {
        Instant time = city.settings().midnight(0).minusSeconds(6 * 3_600);
        facts.forEach((kind, known) -> {
            known.forEach(fact -> outbox.send(fact.recordedAt(time), time));
            outbox.send(Fact.complete(kind, time), time);
        });
    }

    private void addProducts() {
        for (Region region : Stream.concat(Region.HOME.stream(), Region.ELSEWHERE.stream())
                .filter(region -> region.zone().isEmpty())
                .toList()) {
            add(Fact.of("region", region.code())
                    .text("name", region.name())
                    .text("province", region.code().substring(0, 2) + "0000")
                    .texts("adjacent", region.adjacent())
                    .number("lon", region.lon())
                    .number("lat", region.lat()));
        }
        city.catalogue().drugs().forEach(this::addDrug);
        city.catalogue().devices().forEach(this::addDevice);
    }

    private void addDrug(Drug drug) {
        add(catalogue(drug));
        if (!drug.control().isEmpty()) {
            add(Fact.of("control-class", drug.drugCode())
                    .text("class", drug.control())
                    .text("substance", drug.name())
                    .number(
                            "dayLimit",
                            drug.control().equals("TOX") ? 2 : drug.control().equals("NARC") ? 3 : 7)
                    .from(since));
        }
        if (!drug.ban().isEmpty()) {
            add(Fact.of("online-ban", drug.drugCode())
                    .text("list", drug.ban().substring(0, 1))
                    .text("clause", drug.ban().substring(2))
                    .text("genericName", drug.name())
                    .from(since));
        }
        add(Fact.of("trace-prefix", drug.tracePrefix())
                .text("drugCode", drug.drugCode())
                .text("approvalNo", drug.approvalNo())
                .number("packs", 1));
        add(Fact.of("price-reference", drug.drugCode())
                .flag("procurement", false)
                .number("price", drug.price())
                .from(since));
    }

    /** Returns the entry of a drug in the catalogue. */
    public static Fact catalogue(Drug drug) {
        Fact fact = Fact.of("drug-catalogue", drug.approvalNo())
                .text("drugCode", drug.drugCode())
                .text("name", drug.name())
                .text("kind", drug.kind())
                .text("form", drug.form())
                .text("route", drug.route())
                .text("spec", drug.spec())
                .text("mah", drug.mah())
                .text("sale", drug.sale())
                .text("storage", drug.is("cold") ? "COLD" : "ROOM")
                .text("sex", drug.is("female") ? "FEMALE" : drug.is("male") ? "MALE" : "")
                .flag("dualTrack", drug.is("dual"))
                .flag("singleIngredient", drug.is("single"))
                .texts("ingredients", List.of(drug.name()))
                .flag("antibacterial", drug.is("antibacterial"))
                .flag("cardiac", drug.is("cardiac"))
                .flag("abortifacient", drug.is("abortifacient"))
                .flag("glucoseLowering", drug.is("glucose"))
                .flag("biologicHigh", drug.is("biologic"))
                .flag("childUse", drug.is("child"))
                .flag("insured", drug.is("insured"))
                .flag("pregnancyForbidden", drug.is("nopreg"))
                .number("unitsPerPack", drug.units())
                .number("unitStrength", drug.mg())
                .number("ddd", drug.ddd())
                .number("listPrice", drug.price());
        if (drug.control().equals("EPH")) {
            fact.number("ephedrineMgPerUnit", drug.mg()).number("ephedrineMgPerPack", drug.mg() * drug.units());
        }
        if (drug.control().equals("TOX")) {
            fact.number("maxDailyDose", drug.ddd());
        }
        if (drug.is("course")) {
            fact.number("coursePacks", 12);
        }
        if (drug.is("antibacterial") && drug.needsPrescription()) {
            fact.number("courseDays", 14);
        }
        return fact;
    }

    private void addDevice(Device device) {
        Fact fact = Fact.of("device-registration", device.regNo())
                .text("name", device.name())
                .text("class", device.risk())
                .text("category", device.category())
                .text("registrant", device.registrant())
                .flag("consumerUse", device.is("consumer"))
                .flag("exemptFiling", device.is("exempt"))
                .flag("implant", device.is("implant"))
                .flag("certificateRequired", device.is("certificate"))
                .number("listPrice", device.price())
                .from(since);
        if (device == Exemptions.ownDevice(city)) {
            fact.text("registrantOrg", Exemptions.registrant(city).sellerId());
        }
        if (device.is("udi")) {
            fact.text("udiFrom", device.risk().equals("III") ? "2022-06-01" : "2024-06-01");
            add(Fact.of("udi", device.udiDi())
                    .text("regNo", device.regNo())
                    .text("model", "型号" + device.index())
                    .flag("serialised", device.is("serial")));
        }
        add(fact);
    }

    private void addPlaces() {
        Stream.of(city.pharmacies(), city.wholesalers(), city.chainHeads(), city.elsewhere())
                .flatMap(List::stream)
                .forEach(this::licensed);
        city.deviceShops().forEach(this::devices);
        city.institutions().forEach(place -> add(institution(place)));
        for (String platform : ShopWindow.PLATFORMS) {
            add(Fact.of("platform", platform).text("name", "虚拟平台" + platform).text("filingNo", "鄂网药平台备" + platform));
        }
    }

    /** Adds everything that a lawful place holds: licences, filings, notification, roster, refrigerator. */
    public void licensed(Place place) {
        add(licence(place));
        devices(place);
        rosters(place);
        if (place.maySell("COLD") && place.kind() == Place.Kind.PHARMACY) {
            add(fridge(place));
        }
        if (place.is("GATE")) {
            add(Fact.of("place-class", place.storeId()).text("class", "HOSPITAL_GATE"));
        }
    }

    /** Returns the licence of a place, valid until after the simulation. */
    public Fact licence(Place place) {
        LocalDate expires = city.settings()
                .start()
                .plusYears(LICENCE_YEARS)
                .plusDays(city.settings().days());
        return Fact.of("drug-licence", place.sellerId())
                .text("licenceNo", place.licenceNo())
                .text("name", place.name())
                .text("mode", place.mode())
                .texts("scope", place.scope())
                .text("headquarters", place.chain())
                .text("storeId", place.storeId())
                .text("address", place.address())
                .text("regionCode", place.region())
                .text("status", "VALID")
                .text("expires", expires.toString())
                .from(since);
    }

    /** Adds licence and filing for devices, and the notification of online sale, as far as a place has them. */
    public void devices(Place place) {
        if (place.is("DEVICE_III")) {
            add(Fact.of("device-licence", place.sellerId())
                    .text("licenceNo", String.format("鄂鄂药监械经营许2023%04d号", place.index()))
                    .texts("categories", categories("III"))
                    .text("storeId", place.storeId())
                    .text("address", place.address())
                    .text("status", "VALID")
                    .from(since));
        }
        if (place.is("DEVICE_II")) {
            add(Fact.of("device-filing", place.sellerId())
                    .text("filingNo", String.format("鄂鄂药监械经营备2023%04d号", place.index()))
                    .texts("categories", categories("II"))
                    .text("storeId", place.storeId())
                    .text("address", place.address())
                    .from(since));
        }
        if (place.is("ONLINE")) {
            add(Fact.of("online-notification", place.sellerId())
                    .texts("products", List.of("DRUG", "DEVICE"))
                    .texts("platforms", List.of(ShopWindow.platform(place)))
                    .text("address", place.address())
                    .from(since));
        }
    }

    private List<String> categories(String risk) {
        return city.catalogue().devices(device -> device.risk().equals(risk)).stream()
                .map(Device::category)
                .distinct()
                .toList();
    }

    private void rosters(Place place) {
        for (String pharmacist : place.pharmacists()) {
            add(Fact.of("pharmacist", pharmacist)
                    .text("storeId", place.storeId())
                    .texts("remoteStores", place.is("REMOTE") ? List.of(place.storeId()) : List.of())
                    .flag("remote", place.is("REMOTE"))
                    .text("status", "ACTIVE")
                    .from(since));
        }
    }

    private Fact fridge(Place place) {
        return Fact.of("cold-asset", Fridges.assetId(place))
                .text("storeId", place.storeId())
                .text("sellerId", place.sellerId())
                .text("use", "STORE")
                .texts(
                        "holds",
                        city.catalogue().drugs(drug -> drug.is("cold")).stream()
                                .map(Drug::drugCode)
                                .toList())
                .number("logMinutes", Fridges.EVERY_MINUTES);
    }

    private Fact institution(Place place) {
        if (place.kind() != Place.Kind.INTERNET_HOSPITAL) {
            add(fridge(place));
        }
        String level = switch (place.kind()) {
            case HOSPITAL -> place.linesADay() > 450 ? "HOSPITAL_3" : "HOSPITAL_2";
            case INTERNET_HOSPITAL -> "INTERNET";
            default -> "CLINIC";
        };
        return Fact.of("medical-institution", place.sellerId())
                .text("licenceNo", "PDY" + place.storeId())
                .text("name", place.name())
                .text("level", level)
                .text("regionCode", place.region())
                .flag("internetHospital", place.kind() == Place.Kind.INTERNET_HOSPITAL)
                .flag("sealCard", place.kind() == Place.Kind.HOSPITAL)
                .number("beds", place.kind() == Place.Kind.HOSPITAL ? 300 : 0)
                .number("lon", place.lon())
                .number("lat", place.lat())
                .from(since);
    }

    private void addPeople() {
        city.doctors().forEach(doctor -> add(practitioner(doctor)));
    }

    /** Returns the registration of a doctor. */
    public Fact practitioner(Doctor doctor) {
        return Fact.of("practitioner", doctor.id())
                .text("level", "PHYSICIAN")
                .text("specialty", doctor.specialty())
                .texts("orgs", List.of(doctor.org().sellerId()))
                .text("status", "ACTIVE")
                .flag("narcoticRight", true)
                .from(since);
    }

    private void addExemptions() {
        Exemptions.exemptions(city).forEach(this::add);
        Exemptions.cards(city).forEach(this::add);
        add(Exemptions.authorisation(city));
        add(Exemptions.address(city));
        add(Exemptions.telephone(city));
    }
}
