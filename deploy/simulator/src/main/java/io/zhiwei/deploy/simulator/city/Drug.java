package io.zhiwei.deploy.simulator.city;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A drug of the catalogue: one approval number, one pack.
 *
 * @param index place in the catalogue
 * @param name generic name
 * @param sale RX, OTC_A or OTC_B
 * @param units dose units in the minimum pack
 * @param mg main ingredient in a dose unit, milligrams; of EPH the ephedrine
 * @param ddd usual daily dose, dose units
 * @param price list price of a pack, yuan
 * @param weight share among the drugs of its sale class
 * @param tags what else is true of it, see drugs.tsv
 * @param control controlled class, empty where it has none
 * @param numbering official numbers
 * @param ban list and clause of the online ban, empty where none names it
 */
public record Drug(
        int index,
        String name,
        String kind,
        String form,
        String route,
        String spec,
        String sale,
        double units,
        double mg,
        double ddd,
        double price,
        double weight,
        Set<String> tags,
        String diagnosis,
        String specialty,
        String control,
        String ban,
        Numbering numbering) {

    private static final int MAKERS = 23;

    /**
     * The official numbers of a drug.
     *
     * @param approvalNo approval number
     * @param drugCode national drug code with its check digit
     * @param tracePrefix first seven digits of its trace codes
     * @param mah holder of the marketing authorisation
     */
    record Numbering(String approvalNo, String drugCode, String tracePrefix, String mah) {

        static Numbering of(int index, String kind) {
            String letter = switch (kind) {
                case "TCM" -> "Z";
                case "BIOLOGIC" -> "S";
                default -> "H";
            };
            String body = String.format("869%05d%05d", 90_000 + index % MAKERS, 1_000 + index * 7);
            return new Numbering(
                    String.format("国药准字%s2019%04d", letter, 3_000 + index),
                    body + Numbers.gs1Check(body),
                    String.format("8%06d", 310_000 + index * 101),
                    "鄂州虚拟制药" + (index % MAKERS + 1) + "厂");
        }
    }

    /** Returns whether it carries a tag. */
    public boolean is(String tag) {
        return tags.contains(tag);
    }

    /** Returns whether it needs a prescription. */
    public boolean needsPrescription() {
        return sale.equals("RX");
    }

    /** Returns days that one pack lasts at the usual dose. */
    public double daysOfPack() {
        return units / ddd;
    }

    /** Returns the approval number. */
    public String approvalNo() {
        return numbering.approvalNo;
    }

    /** Returns the national drug code. */
    public String drugCode() {
        return numbering.drugCode;
    }

    /** Returns the first seven digits of its trace codes. */
    public String tracePrefix() {
        return numbering.tracePrefix;
    }

    /** Returns the holder of the marketing authorisation. */
    public String mah() {
        return numbering.mah;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Drug drug && drug.index == index;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
