package io.zhiwei.deploy.simulator.scheme;

import io.zhiwei.deploy.simulator.city.Doctor;
import io.zhiwei.deploy.simulator.city.People;
import io.zhiwei.deploy.simulator.city.Person;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.deploy.simulator.trade.Registry;
import io.zhiwei.deploy.simulator.trade.Trader;

/** One scheme: a kind, a place, people of its own, days. */
final class Scheme {

    private static final int PEOPLE = 1_200;

    private final Kind kind;
    private final int number;
    private final int start;
    private final int span;
    private final Place place;
    private final Parts parts;
    private final int index;

    /** When a scheme takes place: its number among all, its first day, its days. */
    record Time(int index, int start, int span) {}

    Scheme(Kind kind, int number, Time time, Place place, Parts parts) {
        this.kind = kind;
        this.number = number;
        this.index = time.index;
        this.start = time.start;
        this.span = time.span;
        this.place = place;
        this.parts = parts;
    }

    String id() {
        return kind.id() + "-" + number;
    }

    Plan plan() {
        return new Plan(
                id(),
                kind.model(),
                kind.id(),
                kind.subjectKind(),
                kind.subject().apply(this),
                kind.also());
    }

    Place place() {
        return place;
    }

    int number() {
        return number;
    }

    int span() {
        return span;
    }

    Parts parts() {
        return parts;
    }

    /** Returns one of its people, whom nobody else draws. */
    Person person(int which) {
        return parts.people().adult(outsider(which));
    }

    /** Returns one of its people with a given age. */
    Person aged(int which, int years) {
        return parts.people().person(outsider(which), parts.year() - years);
    }

    private int outsider(int which) {
        return People.OUTSIDERS + index * PEOPLE + which * 12;
    }

    /** Returns the doctor of the scheme, whom no honest prescription names. */
    Doctor doctor() {
        return new Doctor(String.format("110429900%06d", index), parts.hospital(index), "GENERAL");
    }

    void register(Registry registry) {
        kind.register().accept(this, registry);
    }

    /** Tells what honest trade must leave to it on a day. */
    void prepare(int day) {
        if (kind.id().equals(DrugKinds.COLD_CHAIN) && isActive(day)) {
            parts.trade().leaveFridge(place);
        }
    }

    void live(Trader trader) {
        if (isActive(trader.day())) {
            kind.act().accept(new Scene(this, trader, trader.day() - start));
        }
    }

    private boolean isActive(int day) {
        return day >= start && day < start + span;
    }
}
