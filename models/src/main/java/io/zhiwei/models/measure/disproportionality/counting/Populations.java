package io.zhiwei.models.measure.disproportionality.counting;

import java.util.List;

/**
 * The names of populations. A whole one is called by its regime, such as {@code DRUG} or {@code DRUG-STUDY}; what is taken
 * from it stands behind one sign: {@code DRUG:CHILD} the reports about a group of patients, {@code DEVICE/导尿管} those of
 * one product, compared by maker or model, {@code DRUG#FEMALE|OLD} a stratum, of which only margins are counted, {@code DRUG&}
 * the reports with two suspected products, whose pairs stand as products.
 */
public final class Populations {

    private static final char GROUP = ':';
    private static final char WITHIN = '/';
    private static final char STRATUM = '#';
    private static final char TOGETHER = '&';

    /** Stands between the names of two products; no name may contain it. */
    private static final char AND = '\u001E';

    private Populations() {}

    /** Returns the reports of a population about a group of patients. */
    public static String group(String whole, String group) {
        return whole + GROUP + group;
    }

    /** Returns the reports of a population with one product. */
    public static String within(String whole, String product) {
        return whole + WITHIN + product;
    }

    /** Returns a stratum of a population. */
    public static String stratum(String whole, String stratum) {
        return whole + STRATUM + stratum;
    }

    /** Returns the reports of a population with two suspected products. */
    public static String together(String whole) {
        return whole + TOGETHER;
    }

    /** Returns two products as one, whichever is named first. */
    public static String both(String product, String other) {
        return product.compareTo(other) <= 0 ? product + AND + other : other + AND + product;
    }

    /** Returns the products that stand as one. */
    public static List<String> parts(String both) {
        int end = both.indexOf(AND);
        return end < 0 ? List.of(both) : List.of(both.substring(0, end), both.substring(end + 1));
    }

    /** Returns whether it is all of its regime. */
    public static boolean isWhole(String population) {
        return sign(population) == 0;
    }

    /** Returns whether it is the reports of one product, compared by maker or model. */
    public static boolean isWithin(String population) {
        return sign(population) == WITHIN;
    }

    /** Returns whether only its margins are counted. */
    public static boolean isStratum(String population) {
        return sign(population) == STRATUM;
    }

    /** Returns whether its products are two that were reported together. */
    public static boolean isTogether(String population) {
        return sign(population) == TOGETHER;
    }

    /** Returns the whole population that it is taken from. */
    public static String whole(String population) {
        char sign = sign(population);
        return sign == 0 ? population : population.substring(0, population.indexOf(sign));
    }

    /**
     * Returns the screening that a population takes part in: a whole one in its own; the groups of patients of one together,
     * and the makers and models of all products together, or each of many small screenings would bring its own false signals.
     */
    public static String screening(String population) {
        char sign = sign(population);
        return sign == 0 ? population : whole(population) + sign;
    }

    private static char sign(String population) {
        for (int i = 0; i < population.length(); i++) {
            char letter = population.charAt(i);
            if (letter == GROUP || letter == WITHIN || letter == STRATUM || letter == TOGETHER) {
                return letter;
            }
        }
        return 0;
    }
}
