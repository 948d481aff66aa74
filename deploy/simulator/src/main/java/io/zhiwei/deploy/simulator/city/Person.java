package io.zhiwei.deploy.simulator.city;

import io.zhiwei.deploy.simulator.Hashes;

/** A person as sources show one: keyed hashes, made when they are asked for, year of birth, sex. */
public final class Person {

    private final int number;
    private final int birthYear;
    private final boolean female;
    private final int household;
    private final int telephone;
    private final Hashes hashes;

    /** Where the household lives and who shares a telephone, by number. */
    record Home(int household, int telephone) {}

    Person(int number, int birthYear, boolean female, Home home, Hashes hashes) {
        this.number = number;
        this.birthYear = birthYear;
        this.female = female;
        this.household = home.household;
        this.telephone = home.telephone;
        this.hashes = hashes;
    }

    /** Returns the number among the people of the city. */
    public int number() {
        return number;
    }

    /** Returns the year of birth. */
    public int birthYear() {
        return birthYear;
    }

    /** Returns the sex. */
    public boolean female() {
        return female;
    }

    /** Returns the keyed hash of the identity document. */
    public String idHash() {
        return hashes.of("id" + Numbers.citizenId(number, birthYear));
    }

    /** Returns the keyed hash of the telephone number, which a household may share. */
    public String phoneHash() {
        return hashes.of("phone" + telephone);
    }

    /** Returns the keyed hash of the paying account. */
    public String payHash() {
        return hashes.of("pay" + number);
    }

    /** Returns the keyed hash of the telephone as a machine. */
    public String deviceHash() {
        return hashes.of("device" + telephone);
    }

    /** Returns the keyed hash of the household's address. */
    public String addressHash() {
        return hashes.of("address" + household);
    }
}
