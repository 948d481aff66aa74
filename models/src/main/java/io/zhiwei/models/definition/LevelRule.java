package io.zhiwei.models.definition;

import java.util.List;

/**
 * Where a warning level begins and how soon it must be reviewed.
 *
 * @param level the level
 * @param from smallest score, 0 to 100
 * @param kinds kinds of signs that must have come together; 0 where the score alone decides
 * @param gates signs that together raise an alert to the level, whatever its score
 * @param reviewHours hours until review; 0 where working days count
 * @param reviewWorkingDays working days until review; 0 where hours count
 */
public record LevelRule(Level level, double from, int kinds, List<Gate> gates, int reviewHours, int reviewWorkingDays) {

    static LevelRule read(String name, Yaml yaml) {
        LevelRule rule = new LevelRule(
                level(name, yaml),
                yaml.number("from"),
                yaml.integer("kinds", 0),
                Gate.readAll(yaml),
                yaml.integer("reviewHours", 0),
                yaml.integer("reviewWorkingDays", 0));
        if ((rule.reviewHours > 0) == (rule.reviewWorkingDays > 0)) {
            yaml.refuse("give either reviewHours or reviewWorkingDays.");
        }
        yaml.refuseUnknownKeys();
        return rule;
    }

    static Level level(String name, Yaml yaml) {
        try {
            return Level.valueOf(name);
        } catch (IllegalArgumentException e) {
            yaml.refuse("'" + name + "' is no level. Known: BLUE, YELLOW, ORANGE, RED.");
            return Level.BLUE;
        }
    }
}
