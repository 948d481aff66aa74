package io.zhiwei.deploy.simulator.city;

import java.util.List;

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
        List<String> traits) {

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

    /** Returns the number of its drug licence. */
    public String licenceNo() {
        String letter = switch (mode) {
            case "CHAIN_STORE" -> "C";
            case "WHOLESALE" -> "A";
            case "CHAIN_HEAD" -> "B";
            default -> "D";
        };
        return String.format("鄂%sA0711%05d", letter, index);
    }

    /** Returns its pharmacists, by shift: morning and afternoon. */
    public List<String> pharmacists() {
        return List.of(String.format("YS4207%06d", index * 2), String.format("YS4207%06d", index * 2 + 1));
    }
}
