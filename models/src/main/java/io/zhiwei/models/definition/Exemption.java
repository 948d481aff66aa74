package io.zhiwei.models.definition;

import java.util.List;

/**
 * A legitimate look-alike: where it holds, findings keep only a part of their confidence.
 *
 * @param id name of the look-alike
 * @param when condition, an expression
 * @param keep share of the confidence that stays, 0 to 1
 * @param indicators indicators that it concerns; empty means all
 * @param reason why it is legal, for the reader
 * @param line line in the file
 */
public record Exemption(String id, String when, double keep, List<String> indicators, String reason, int line) {

    static Exemption read(String id, Yaml yaml) {
        Exemption exemption = new Exemption(
                id, yaml.text("when"), yaml.number("keep"), yaml.texts("indicators"), yaml.text("reason"), yaml.line());
        if (exemption.keep < 0 || exemption.keep > 1) {
            yaml.refuse("keep is a share from 0 to 1, not " + exemption.keep + ".");
        }
        yaml.refuseUnknownKeys();
        return exemption;
    }
}
