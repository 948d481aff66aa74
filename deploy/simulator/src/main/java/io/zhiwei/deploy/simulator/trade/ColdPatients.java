package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.city.People;
import io.zhiwei.deploy.simulator.city.Person;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who buys an ephedrine compound for a cold. A pack or two last for it, so nobody honest comes again within a month; without that,
 * a city would buy at random, and some people in three pharmacies a week.
 */
final class ColdPatients {

    private static final int DAYS = 30;

    private final People people;
    /** Day of the latest purchase by number of the person, earliest first. */
    private final Map<Integer, Integer> supplied = new LinkedHashMap<>();

    ColdPatients(People people) {
        this.people = people;
    }

    /** Draws one who has none at home. */
    Person draw(int day, Chance chance) {
        forget(day);
        int number = chance.below(people.size());
        while (supplied.containsKey(number)) {
            number = chance.below(people.size());
        }
        supplied.put(number, day);
        return people.adult(number);
    }

    private void forget(int day) {
        Iterator<Integer> days = supplied.values().iterator();
        while (days.hasNext() && days.next() <= day - DAYS) {
            days.remove();
        }
    }
}
