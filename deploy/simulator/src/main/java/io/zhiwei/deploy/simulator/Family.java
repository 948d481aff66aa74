package io.zhiwei.deploy.simulator;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Part of the city's life that can be simulated by itself: its events are the same whatever else lives. */
public enum Family {
    /** Pharmacies, hospitals, shops, and schemes among them. */
    TRADE("illegal-drug-sales", "illegal-prescription-sales", "special-drug-sales", "illegal-device-sales"),
    /** Advertisements. */
    ADVERTISING("medical-ads"),
    /** Reports of adverse reactions. */
    REACTIONS("drug-adverse-reactions", "device-adverse-events", "cosmetic-adverse-reactions"),
    /** Enterprises that take money from persons. */
    FUNDRAISING("illegal-fundraising");

    private final Set<String> models;

    Family(String... models) {
        this.models = Set.of(models);
    }

    /** Returns the models that the family is there to measure. */
    public Set<String> models() {
        return models;
    }

    /** Returns every family. */
    public static Set<Family> all() {
        return EnumSet.allOf(Family.class);
    }

    /** Returns the families that measure any of these models. */
    public static Set<Family> of(Set<String> models) {
        EnumSet<Family> families = EnumSet.noneOf(Family.class);
        Arrays.stream(values())
                .filter(family -> family.models.stream().anyMatch(models::contains))
                .forEach(families::add);
        return families;
    }
}
