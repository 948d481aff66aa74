package io.zhiwei.console.alert;

import java.util.List;

/**
 * The districts and agencies whose alerts a person may know of; where both are named, an alert must lie within both. An alert of
 * no known place belongs to those who see every district.
 *
 * @param regions GB/T 2260 codes; empty: the whole city
 * @param agencies agencies, as alerts and transfers name them; empty: all of them
 */
public record Scope(List<String> regions, List<String> agencies) {

    /** Everything. */
    public static final Scope WHOLE_CITY = new Scope(List.of(), List.of());

    /** What stands between the agency that takes the lead and those that it works with. */
    public static final String TOGETHER_WITH = "，";

    /** Copies the lists. */
    public Scope {
        regions = List.copyOf(regions);
        agencies = List.copyOf(agencies);
    }

    /** Returns whether everything is seen. */
    public boolean isWholeCity() {
        return regions.isEmpty() && agencies.isEmpty();
    }

    /** Returns whether the person may know of an alert: what an agency leads, and what was handed to it, before and now. */
    public boolean allows(AlertView alert) {
        AlertView.Region place = alert.region();
        return (regions.isEmpty() || (place != null && regions.contains(place.code())))
                && (agencies.isEmpty() || alert.agencies().stream().anyMatch(this::names));
    }

    /** Returns whether an alert that the person may know of lies with them; who handed it on reads it. */
    public boolean has(AlertView alert) {
        return agencies.isEmpty() || names(alert.holder());
    }

    private boolean names(String lead) {
        return agencies.stream().anyMatch(agency -> lead.equals(agency) || lead.startsWith(agency + TOGETHER_WITH));
    }
}
