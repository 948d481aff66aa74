package io.zhiwei.models.definition;

import java.util.ArrayList;
import java.util.List;

/**
 * What an indicator weighs when many entities say the same about one subject in one episode: many codes of one shop.
 *
 * @param entities from how many on
 * @param weight weight, 0 to 100
 * @param line line in the file
 */
public record Escalation(int entities, double weight, int line) {

    static List<Escalation> readAll(Yaml parent) {
        List<Escalation> result = new ArrayList<>();
        for (Yaml yaml : parent.list("escalations")) {
            Escalation escalation = new Escalation(yaml.integer("entities", 0), yaml.number("weight"), yaml.line());
            if (escalation.entities < 2) {
                yaml.refuse("entities is a whole number from 2.");
            }
            if (escalation.weight < 0 || escalation.weight > 100) {
                yaml.refuse("weight " + escalation.weight + " lies outside 0 to 100.");
            }
            yaml.refuseUnknownKeys();
            result.add(escalation);
        }
        return result;
    }
}
