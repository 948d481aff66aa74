package io.zhiwei.models.assessment;

import java.util.Map;

/**
 * What the reader of an alert is told about an event.
 *
 * @param regionCode GB/T 2260 code, empty where unknown
 * @param zoneCode functional zone inside the region, empty where none
 * @param leadAgency agency that takes the lead for this event
 * @param particulars field names and values, in the order of the model
 */
public record Profile(String regionCode, String zoneCode, String leadAgency, Map<String, String> particulars) {

    /** Returns the same without particulars. */
    public Profile withoutParticulars() {
        return new Profile(regionCode, zoneCode, leadAgency, Map.of());
    }
}
