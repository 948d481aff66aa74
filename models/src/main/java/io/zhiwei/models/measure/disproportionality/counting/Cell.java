package io.zhiwei.models.measure.disproportionality.counting;

/**
 * What is counted in a population: reports of a pair, of a product, of an event, or all.
 *
 * @param population reports that are compared with each other
 * @param product the product; empty for any
 * @param event the event; empty for any
 */
public record Cell(String population, String product, String event) {

    /** Stands between the parts of a key; no name may contain it. */
    public static final char SEPARATOR = '\u001F';

    private static final String ANY = "";

    /** Returns the cell of all reports. */
    public static Cell all(String population) {
        return new Cell(population, ANY, ANY);
    }

    /** Returns the cell of a product, whatever the event. */
    public static Cell ofProduct(String population, String product) {
        return new Cell(population, product, ANY);
    }

    /** Returns the cell of an event, whatever the product. */
    public static Cell ofEvent(String population, String event) {
        return new Cell(population, ANY, event);
    }

    /** Returns the cell of a key. */
    public static Cell ofKey(String key) {
        int first = key.indexOf(SEPARATOR);
        int second = key.indexOf(SEPARATOR, first + 1);
        return new Cell(key.substring(0, first), key.substring(first + 1, second), key.substring(second + 1));
    }

    /** Returns whether product and event are both given. */
    public boolean isPair() {
        return !product.isEmpty() && !event.isEmpty();
    }

    /** Returns a text that no other cell has. */
    public String key() {
        return population + SEPARATOR + product + SEPARATOR + event;
    }
}
