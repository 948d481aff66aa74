package io.zhiwei.models.definition;

/**
 * A tunable number.
 *
 * @param name name that expressions use, e.g. {@code minPages}
 * @param value the number in force
 * @param min smallest number that makes sense
 * @param max largest number that makes sense
 * @param unit unit of all three
 * @param reason why it stands where it stands
 */
public record Threshold(String name, double value, double min, double max, String unit, LocalName reason) {

    /**
     * Returns the threshold with another value.
     *
     * @throws IllegalArgumentException if it lies outside the range
     */
    Threshold with(double other) {
        if (!(other >= min && other <= max)) {
            throw new IllegalArgumentException(
                    name + " is " + min + " to " + max + " " + unit + ", not " + other + ".");
        }
        return new Threshold(name, other, min, max, unit, reason);
    }

    static Threshold read(String name, Yaml yaml) {
        Threshold threshold = new Threshold(
                name,
                yaml.number("value"),
                yaml.number("min"),
                yaml.number("max"),
                yaml.text("unit"),
                LocalName.readEither(yaml.get("reason")));
        if (threshold.value < threshold.min || threshold.value > threshold.max) {
            yaml.refuse(threshold.value + " lies outside " + threshold.min + " to " + threshold.max
                    + ". Correct the value or its range.");
        }
        yaml.refuseUnknownKeys();
        return threshold;
    }
}
