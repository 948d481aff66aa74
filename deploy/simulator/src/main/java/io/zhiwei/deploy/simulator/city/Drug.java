package io.zhiwei.deploy.simulator.city;

import java.util.Set;

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
        String ban) {

    private static final int MAKERS = 23;

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
        String letter = switch (kind) {
            case "TCM" -> "Z";
            case "BIOLOGIC" -> "S";
            default -> "H";
        };
        return String.format("国药准字%s2019%04d", letter, 3_000 + index);
    }

    /** Returns the national drug code with its check digit. */
    public String drugCode() {
        String body = String.format("869%05d%05d", 90_000 + index % MAKERS, 1_000 + index * 7);
        return body + Numbers.gs1Check(body);
    }

    /** Returns the first seven digits of its trace codes. */
    public String tracePrefix() {
        return String.format("8%06d", 310_000 + index * 101);
    }

    /** Returns the holder of the marketing authorisation. */
    public String mah() {
        return "鄂州虚拟制药" + (index % MAKERS + 1) + "厂";
    }
}
