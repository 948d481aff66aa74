package io.zhiwei.deploy.simulator.city;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place of business.
 *
 * @param index number among all places; decides its draws
 * @param kind what it is
 * @param storeId its identifier
 * @param sellerId unified social credit code
 * @param name name
 * @param region GB/T 2260 code
 * @param zone functional zone, empty where it lies in none
 * @param lon longitude, degrees
 * @param lat latitude, degrees
 * @param mode mode of the drug licence, empty where it has none
 * @param scope scope of the drug licence
 * @param chain credit code of the chain's head, empty where it stands alone
 * @param openHour first hour of the day
 * @param closeHour hour in which it closes, 24 for midnight
 * @param linesADay mean of the lines sold on an ordinary day
 * @param traits REMOTE (remote review), LATE (uploads in batches), ONLINE, DEVICE_II, DEVICE_III, GATE (before a hospital)
 * @param licenceNo number of its drug licence
 * @param pharmacists its pharmacists, by shift: morning and afternoon
 */
public record Place(
        int index,
        Kind kind,
        String storeId,
        String sellerId,
        String name,
        String region,
        String zone,
        double lon,
        double lat,
        String mode,
        List<String> scope,
        String chain,
        int openHour,
        int closeHour,
        double linesADay,
        List<String> traits,
        String licenceNo,
        List<String> pharmacists) {

    /** What a place is. */
    public enum Kind {
        /** Pharmacy. */
        PHARMACY,
        /** Hospital or health centre. */
        HOSPITAL,
        /** Clinic. */
        CLINIC,
        /** Internet hospital. */
        INTERNET_HOSPITAL,
        /** Shop of devices. */
        DEVICE_SHOP,
        /** Wholesaler. */
        WHOLESALER,
        /** Private person who sells on a platform. */
        PRIVATE
    }

    /** Returns whether it has a trait. */
    public boolean is(String trait) {
        return traits.contains(trait);
    }

    /** Returns whether its licence covers a category. */
    public boolean maySell(String category) {
        return scope.contains(category);
    }

    /** Returns its address. */
    public String address() {
        return "鄂州市虚拟路" + index + "号";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place place && place.index == index;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
