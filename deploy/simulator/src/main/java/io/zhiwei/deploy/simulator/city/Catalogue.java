package io.zhiwei.deploy.simulator.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The drugs and devices of the city. */
public final class Catalogue {

    private final List<Drug> drugs = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();

    /** Reads the tables. */
    public Catalogue() {
        Table.rows("drugs.tsv").forEach(row -> drugs.add(drug(drugs.size(), row)));
        Table.rows("devices.tsv").forEach(row -> devices.add(device(devices.size(), row)));
    }

    /** Returns all drugs. */
    public List<Drug> drugs() {
        return Collections.unmodifiableList(drugs);
    }

    /** Returns all devices. */
    public List<Device> devices() {
        return Collections.unmodifiableList(devices);
    }

    /** Returns the drugs of which something is true. */
    public List<Drug> drugs(Predicate<Drug> wanted) {
        return drugs.stream().filter(wanted).toList();
    }

    /** Returns the devices of which something is true. */
    public List<Device> devices(Predicate<Device> wanted) {
        return devices.stream().filter(wanted).toList();
    }

    /** Returns the drug of a name. */
    public Drug drug(String name) {
        return drugs.stream()
                .filter(drug -> drug.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("drugs.tsv has no " + name + "."));
    }

    private static Drug drug(int index, Map<String, String> row) {
        return new Drug(
                index,
                text(row, "name"),
                text(row, "kind"),
                text(row, "form"),
                text(row, "route"),
                text(row, "spec"),
                text(row, "sale"),
                number(row, "units"),
                number(row, "mg"),
                number(row, "ddd"),
                number(row, "price"),
                number(row, "weight"),
                tags(row),
                text(row, "diagnosis"),
                text(row, "specialty"),
                text(row, "control"),
                text(row, "ban"),
                Drug.Numbering.of(index, text(row, "kind")));
    }

    private static Device device(int index, Map<String, String> row) {
        return new Device(
                index,
                text(row, "name"),
                text(row, "class"),
                text(row, "category"),
                number(row, "price"),
                number(row, "weight"),
                tags(row));
    }

    private static Set<String> tags(Map<String, String> row) {
        return new LinkedHashSet<>(Arrays.asList(text(row, "tags").split(" ")));
    }

    private static String text(Map<String, String> row, String name) {
        return row.getOrDefault(name, "");
    }

    private static double number(Map<String, String> row, String name) {
        return Double.parseDouble(text(row, name));
    }
}
