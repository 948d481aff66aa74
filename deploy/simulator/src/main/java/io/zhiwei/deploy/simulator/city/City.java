package io.zhiwei.deploy.simulator.city;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The city: its catalogue, people, places and doctors, as they are before the first day. */
public final class City {

    private static final double PEOPLE = 1_100_000;
    private static final int CHAIN_SIZE = 30;
    private static final double DOCTORS_A_HOSPITAL = 90;

    private final Settings settings;
    private final Catalogue catalogue = new Catalogue();
    private final People people;
    private final List<Place> pharmacies = new ArrayList<>();
    private final List<Place> institutions = new ArrayList<>();
    private final List<Place> deviceShops = new ArrayList<>();
    private final List<Place> wholesalers = new ArrayList<>();
    private final List<Place> chainHeads = new ArrayList<>();
    private final List<Place> elsewhere = new ArrayList<>();
    private final List<Place> exempt = new ArrayList<>();
    private final List<Doctor> doctors = new ArrayList<>();
    private final Map<String, List<Doctor>> bySpecialty = new LinkedHashMap<>();
    private int places;

    /** Founds the city. */
    public City(Settings settings) {
        this.settings = settings;
        this.people = new People(settings.seed(), settings.start(), settings.scaled(PEOPLE, 6_000));
        addWholesale();
        addPharmacies();
        addInstitutions();
        addDeviceShops();
        for (Region region : Region.ELSEWHERE) {
            elsewhere.add(pharmacy(region, Chance.of(settings.seed(), 2, places), "SINGLE_STORE", ""));
        }
        exempt.add(newcomer(Place.Kind.DEVICE_SHOP, "", List.of(), List.of()));
        exempt.add(newcomer(Place.Kind.DEVICE_SHOP, "", List.of(), List.of()));
        exempt.add(newcomer(Place.Kind.PRIVATE, "", List.of(), List.of()));
        addDoctors();
    }

    /** Returns the settings. */
    public Settings settings() {
        return settings;
    }

    /** Returns the catalogue. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Returns the people. */
    public People people() {
        return people;
    }

    /** Returns the pharmacies. */
    public List<Place> pharmacies() {
        return Collections.unmodifiableList(pharmacies);
    }

    /** Returns hospitals, clinics and the internet hospital. */
    public List<Place> institutions() {
        return Collections.unmodifiableList(institutions);
    }

    /** Returns the shops of devices. */
    public List<Place> deviceShops() {
        return Collections.unmodifiableList(deviceShops);
    }

    /** Returns the wholesalers. */
    public List<Place> wholesalers() {
        return Collections.unmodifiableList(wholesalers);
    }

    /** Returns the heads of the chains. */
    public List<Place> chainHeads() {
        return Collections.unmodifiableList(chainHeads);
    }

    /** Returns pharmacies of other provinces and cities, of which single sales are told. */
    public List<Place> elsewhere() {
        return Collections.unmodifiableList(elsewhere);
    }

    /** Returns the exempt: a registrant, a station of public supply, a cross-border shop. */
    public List<Place> exempt() {
        return Collections.unmodifiableList(exempt);
    }

    /** Returns the doctors. */
    public List<Doctor> doctors() {
        return Collections.unmodifiableList(doctors);
    }

    /** Returns the doctors who see patients in person and may treat something: of the specialty, or general ones. */
    public List<Doctor> doctors(String specialty) {
        List<Doctor> found = bySpecialty.getOrDefault(specialty, List.of());
        return found.isEmpty() ? bySpecialty.getOrDefault("GENERAL", doctors) : found;
    }

    /** Returns the doctors of the internet hospital. */
    public List<Doctor> internetDoctors() {
        return bySpecialty.getOrDefault("INTERNET", List.of());
    }

    /** Makes a further place, for a scheme: like a pharmacy of the city, with what differs given. */
    public Place newcomer(Place.Kind kind, String mode, List<String> scope, List<String> traits) {
        Chance chance = Chance.of(settings.seed(), 4, places);
        return place(kind, Region.draw(chance), chance, new Standing(mode, scope, "", traits));
    }

    /** Lets a newcomer take part in the honest trade of the city, among those of its kind. */
    public void settle(Place place) {
        (place.kind() == Place.Kind.DEVICE_SHOP ? deviceShops : pharmacies).add(place);
    }

    private record Standing(String mode, List<String> scope, String chain, List<String> traits) {}

    private void addWholesale() {
        Chance chance = Chance.of(settings.seed(), 1);
        for (int i = 0; i < 4; i++) {
            wholesalers.add(place(
                    Place.Kind.WHOLESALER,
                    Region.HOME.get(i % Region.HOME.size()),
                    chance,
                    new Standing("WHOLESALE", Scopes.WHOLE, "", List.of("DEVICE_II", "DEVICE_III"))));
        }
        int chains = settings.scaled(4, 1);
        for (int i = 0; i < chains; i++) {
            chainHeads.add(place(
                    Place.Kind.WHOLESALER,
                    Region.draw(chance),
                    chance,
                    new Standing("CHAIN_HEAD", Scopes.WHOLE, "", List.of())));
        }
    }

    private void addPharmacies() {
        int number = settings.scaled(450, 16);
        for (int i = 0; i < number; i++) {
            Chance chance = Chance.of(settings.seed(), 2, places);
            int chain = i / CHAIN_SIZE;
            boolean inChain = chain < chainHeads.size();
            boolean small = !inChain && chance.happens(0.06);
            pharmacies.add(pharmacy(
                    Region.draw(chance),
                    chance,
                    inChain ? "CHAIN_STORE" : small ? "OTC_B_ONLY" : "SINGLE_STORE",
                    inChain ? chainHeads.get(chain).sellerId() : ""));
        }
    }

    private Place pharmacy(Region region, Chance chance, String mode, String chain) {
        List<String> traits = new ArrayList<>();
        boolean small = mode.equals("OTC_B_ONLY");
        boolean inChain = !chain.isEmpty();
        add(traits, "REMOTE", inChain && chance.happens(0.25));
        add(traits, "LATE", chance.happens(0.06));
        add(traits, "ONLINE", !small && chance.happens(0.12));
        add(traits, "DEVICE_II", true);
        add(traits, "GATE", !small && chance.happens(0.02));
        boolean controlled = inChain && chance.happens(0.4);
        List<String> scope = small ? List.of("OTC_B") : controlled ? Scopes.CONTROLLED : Scopes.ORDINARY;
        return place(Place.Kind.PHARMACY, region, chance, new Standing(mode, scope, chain, traits));
    }

    private void addInstitutions() {
        int number = settings.scaled(40, 4);
        for (int i = 0; i < number; i++) {
            Chance chance = Chance.of(settings.seed(), 3, places);
            Place.Kind kind =
                    i == 0 ? Place.Kind.INTERNET_HOSPITAL : i % 3 == 1 ? Place.Kind.HOSPITAL : Place.Kind.CLINIC;
            institutions.add(place(kind, Region.draw(chance), chance, new Standing("", Scopes.WHOLE, "", List.of())));
        }
    }

    private void addDeviceShops() {
        int number = settings.scaled(60, 4);
        for (int i = 0; i < number; i++) {
            Chance chance = Chance.of(settings.seed(), 5, places);
            List<String> traits = new ArrayList<>(List.of("DEVICE_II"));
            add(traits, "DEVICE_III", i % 3 == 0);
            add(traits, "ONLINE", chance.happens(0.2));
            deviceShops.add(place(
                    Place.Kind.DEVICE_SHOP, Region.draw(chance), chance, new Standing("", List.of(), "", traits)));
        }
    }

    private Place place(Place.Kind kind, Region region, Chance chance, Standing standing) {
        int index = places++;
        boolean nightOpen = kind == Place.Kind.PHARMACY && standing.traits.contains("REMOTE") && chance.happens(0.3);
        double median = switch (kind) {
            case PHARMACY -> standing.traits.contains("GATE") ? 400 : standing.traits.contains("QUIET") ? 15 : 75;
            case HOSPITAL -> 420;
            case CLINIC -> 45;
            case INTERNET_HOSPITAL, WHOLESALER, PRIVATE -> 0;
            case DEVICE_SHOP -> 14;
        };
        double spread = kind == Place.Kind.PHARMACY ? 0.5 : 0.3;
        return new Place(
                index,
                kind,
                prefix(kind) + region.code() + "-" + String.format("%05d", index),
                Numbers.creditCode(region.code(), index),
                "虚拟" + region.name() + "第" + index + "号",
                region.code(),
                region.zone(),
                region.lon() + chance.uniform(-0.06, 0.06),
                region.lat() + chance.uniform(-0.05, 0.05),
                standing.mode,
                standing.scope,
                standing.chain,
                nightOpen ? 0 : 8,
                nightOpen ? 24 : chance.between(20, 22),
                chance.logNormal(median, spread),
                List.copyOf(standing.traits),
                licenceNo(standing.mode, index),
                List.of(String.format("YS4207%06d", index * 2), String.format("YS4207%06d", index * 2 + 1)));
    }

    private static String licenceNo(String mode, int index) {
        String letter = switch (mode) {
            case "CHAIN_STORE" -> "C";
            case "WHOLESALE" -> "A";
            case "CHAIN_HEAD" -> "B";
            default -> "D";
        };
        return String.format("鄂%sA0711%05d", letter, index);
    }

    private static String prefix(Place.Kind kind) {
        return switch (kind) {
            case PHARMACY -> "YD";
            case HOSPITAL -> "YY";
            case CLINIC -> "ZS";
            case INTERNET_HOSPITAL -> "HL";
            case DEVICE_SHOP -> "QX";
            case WHOLESALER -> "PF";
            case PRIVATE -> "GR";
        };
    }

    private void addDoctors() {
        List<String> specialties = List.of(
                "GENERAL",
                "INTERNAL",
                "GENERAL",
                "PAEDIATRICS",
                "INTERNAL",
                "SURGERY",
                "GENERAL",
                "GYNAECOLOGY",
                "PSYCHIATRY",
                "DERMATOLOGY",
                "INTERNAL",
                "TCM",
                "ENT",
                "ONCOLOGY",
                "GENERAL",
                "INTERNAL");
        for (Place org : institutions) {
            boolean internet = org.kind() == Place.Kind.INTERNET_HOSPITAL;
            int number = org.kind() == Place.Kind.CLINIC ? 4 : internet ? 20 : (int) DOCTORS_A_HOSPITAL;
            for (int i = 0; i < number; i++) {
                String specialty = specialties.get((i + org.index()) % specialties.size());
                Doctor doctor = new Doctor(String.format("110420700%06d", doctors.size()), org, specialty);
                doctors.add(doctor);
                bySpecialty
                        .computeIfAbsent(internet ? "INTERNET" : specialty, first -> new ArrayList<>())
                        .add(doctor);
            }
        }
    }

    private static void add(List<String> traits, String trait, boolean has) {
        if (has) {
            traits.add(trait);
        }
    }
}
