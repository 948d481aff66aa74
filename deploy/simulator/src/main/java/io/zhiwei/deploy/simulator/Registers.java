package io.zhiwei.deploy.simulator;

import io.zhiwei.schemas.RegistryRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the registers of the authorities know about the city. */
final class Registers {

    private static final Instant LONG_AGO = Instant.parse("2015-01-01T00:00:00Z");
    /** Kinds of which the snapshot is declared complete. */
    private static final List<String> COMPLETE = List.of(
            "drug-licence",
            "medical-institution",
            "device-licence",
            "device-filing",
            "drug-catalogue",
            "control-class",
            "online-ban",
            "trace-prefix",
            "practitioner",
            "pharmacist",
            "device-registration",
            "udi",
            "online-notification",
            "recall");

    private final Outbox out;
    private final Instant recordedAt;
    private final Set<String> unlicensed = new HashSet<>();
    private int numbered;

    Registers(Outbox out, Instant recordedAt) {
        this.out = out;
        this.recordedAt = recordedAt;
    }

    /** A seller whom no register will know. */
    void forget(Shop shop) {
        unlicensed.add(shop.seller());
    }

    void shops(List<Shop> shops) {
        for (Shop shop : shops) {
            if (!unlicensed.contains(shop.seller())) {
                shop(shop);
            }
        }
    }

    private void shop(Shop shop) {
        switch (shop.kind()) {
            case PHARMACY, ONLINE -> {
                licence(
                        shop,
                        shop.psy2()
                                ? List.of("RX", "OTC_A", "OTC_B", "EPH", "COLD", "PSY2")
                                : List.of("RX", "OTC_A", "OTC_B", "EPH", "COLD"));
                filing(shop);
            }
            case VENDING -> licence(shop, List.of("OTC_B"));
            case DEVICE_SHOP -> {
                deviceLicence(shop);
                filing(shop);
            }
            case HOSPITAL, CLINIC ->
                add(
                        "medical-institution",
                        shop.seller(),
                        null,
                        Map.of(
                                "name", shop.store(),
                                "level", shop.kind() == Shop.Kind.HOSPITAL ? "HOSPITAL_2" : "CLINIC",
                                "sealCard", String.valueOf(shop.kind() == Shop.Kind.HOSPITAL)),
                        Map.of(),
                        Map.of());
        }
        if (shop.kind() == Shop.Kind.ONLINE) {
            add(
                    "online-notification",
                    shop.seller(),
                    null,
                    Map.of(),
                    Map.of("products", List.of("DRUG", "DEVICE")),
                    Map.of());
        }
        for (String pharmacist : shop.pharmacists()) {
            add(
                    "pharmacist",
                    pharmacist,
                    null,
                    Map.of("storeId", shop.store(), "status", "ACTIVE"),
                    Map.of(),
                    Map.of());
        }
        add(
                "cold-asset",
                "fridge-" + shop.store(),
                null,
                Map.of("storeId", shop.store(), "use", "STORE"),
                Map.of(),
                Map.of("logMinutes", 30.0));
    }

    void licence(Shop shop, List<String> scope) {
        licence(shop.seller(), scope, null, "VALID");
    }

    void licence(String seller, List<String> scope, @Nullable Instant until, String status) {
        add("drug-licence", seller, until, Map.of("status", status, "name", seller), Map.of("scope", scope), Map.of());
    }

    private void deviceLicence(Shop shop) {
        add("device-licence", shop.seller(), null, Map.of("status", "VALID"), Map.of(), Map.of());
    }

    void filing(Shop shop) {
        add("device-filing", shop.seller(), null, Map.of("filingNo", "鄂鄂食药监械经营备" + shop.store()), Map.of(), Map.of());
    }

    void doctors(List<Doctors.Doctor> doctors) {
        for (Doctors.Doctor doctor : doctors) {
            practitioner(doctor.id(), doctor.org(), "ACTIVE");
        }
    }

    void practitioner(String id, String org, String status) {
        add(
                "practitioner",
                id,
                null,
                Map.of("level", "PHYSICIAN", "status", status),
                Map.of("orgs", List.of(org)),
                Map.of());
    }

    void products(Products products) {
        for (Product drug : products.drugs()) {
            drug(drug);
        }
        for (Product device : products.devices()) {
            device(device);
        }
    }

    private void drug(Product drug) {
        Map<String, Double> numbers = new java.util.HashMap<>(
                Map.of("unitsPerPack", (double) drug.unitsPerPack(), "ddd", drug.ddd(), "listPrice", drug.price()));
        if (drug.control().equals("EPH")) {
            numbers.put("ephedrineMgPerPack", 600.0);
        }
        if (drug.control().equals("TOX")) {
            numbers.put("maxDailyDose", 2.0);
        }
        if (drug.mark().equals("COURSE")) {
            numbers.put("coursePacks", 1.0);
        }
        add(
                "drug-catalogue",
                drug.number(),
                null,
                Map.of(
                        "drugCode", drug.code(),
                        "name", drug.name(),
                        "mah", "虚构制药公司",
                        "sale", drug.sale(),
                        "antibacterial", String.valueOf(drug.mark().equals("ANTI")),
                        "biologicHigh", String.valueOf(drug.mark().equals("COLD")),
                        "insured", "true",
                        "storage", drug.mark().equals("COLD") ? "COLD" : "ROOM"),
                Map.of(),
                numbers);
        if (!drug.control().isEmpty()) {
            add("control-class", drug.code(), null, Map.of("class", drug.control()), Map.of(), Map.of());
        }
        if (drug.mark().equals("BAN")) {
            add("online-ban", drug.code(), null, Map.of("list", "B"), Map.of(), Map.of());
        }
        add("trace-prefix", drug.tracePrefix(), null, Map.of("drugCode", drug.code()), Map.of(), Map.of());
        add("price-reference", drug.code(), null, Map.of(), Map.of(), Map.of("price", drug.price()));
    }

    private void device(Product device) {
        Map<String, String> attributes = new java.util.HashMap<>(Map.of(
                "name", device.name(),
                "class", device.sale(),
                "exemptFiling", String.valueOf(device.mark().equals("EXEMPT")),
                "implant", String.valueOf(device.mark().equals("IMPLANT")),
                "consumerUse",
                        String.valueOf(!device.mark().equals("IMPLANT")
                                && !device.mark().equals("PROFESSIONAL"))));
        if (device.mark().equals("UDI")) {
            attributes.put("udiFrom", "2022-06-01");
        }
        add("device-registration", device.number(), null, attributes, Map.of(), Map.of());
        add("udi", device.code(), null, Map.of("regNo", device.number()), Map.of(), Map.of());
    }

    void recall(String number, String batch, Instant noticed, String level) {
        out.record(base("recall", number + "|" + batch)
                .setValidFrom(noticed)
                .setRecordedAt(noticed)
                .setAttributes(Map.of("level", level, "productKind", "DRUG"))
                .setNumbers(Map.of("graceHours", 24.0))
                .build());
    }

    void link(String kind, String key, String what) {
        add(kind, key, null, Map.of("class", what), Map.of(), Map.of());
    }

    /** Returns the entry of a closed special register. */
    static RegistryRecord register(Shop shop, String code, LocalDate day, double packs, long closed) {
        return RegistryRecord.newBuilder()
                .setRecordId("register-" + shop.store() + "-" + code + "-" + day)
                .setRecordedAt(Instant.ofEpochMilli(closed))
                .setKind("special-register")
                .setKey(shop.store() + "|" + code + "|" + day)
                .setValidFrom(day.atStartOfDay(Clock.ZONE).toInstant())
                .setNumbers(Map.of("packs", packs))
                .setDemo(true)
                .build();
    }

    /** Declares the snapshot complete. */
    void complete() {
        for (String kind : COMPLETE) {
            out.record(base(kind, "").setSnapshotComplete(true).build());
        }
    }

    private void add(
            String kind,
            String key,
            @Nullable Instant until,
            Map<String, String> attributes,
            Map<String, List<String>> lists,
            Map<String, Double> numbers) {
        out.record(base(kind, key)
                .setValidFrom(LONG_AGO)
                .setValidTo(until)
                .setAttributes(attributes)
                .setLists(lists)
                .setNumbers(numbers)
                .build());
    }

    private RegistryRecord.Builder base(String kind, String key) {
        return RegistryRecord.newBuilder()
                .setRecordId("record-" + numbered++)
                .setRecordedAt(recordedAt)
                .setKind(kind)
                .setKey(key)
                .setDemo(true);
    }
}
