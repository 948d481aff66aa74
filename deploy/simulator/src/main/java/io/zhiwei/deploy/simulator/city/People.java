package io.zhiwei.deploy.simulator.city;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Hashes;
import java.time.LocalDate;

/** The people of the city. Nobody is stored: a person follows from the number. Not thread-safe. */
public final class People {

    /** Numbers from here on are people of schemes, whom no honest visit draws. */
    public static final int OUTSIDERS = 50_000_000;

    private static final int[] HOUSEHOLD = {0, 0, 2, 2, 2, 5, 5, 5, 5, 9, 9, 9};
    private static final double SHARES_TELEPHONE = 0.3;
    private static final int OLDEST = 88;

    private final long seed;
    private final int year;
    private final int size;
    private final Hashes hashes;

    /** Makes the people of a city. */
    public People(long seed, LocalDate start, int size) {
        this.seed = seed;
        this.year = start.getYear();
        this.size = size;
        this.hashes = new Hashes(seed);
    }

    /** Returns how many there are. */
    public int size() {
        return size;
    }

    /** Returns a person of the city, 0 to size - 1, or an outsider. */
    public Person person(int number) {
        long drawn = Chance.mix(seed * 31 + number);
        return person(number, year - 1 - (int) Long.remainderUnsigned(drawn, OLDEST));
    }

    /** Returns a grown-up of the city or an outsider. */
    public Person adult(int number) {
        long drawn = Chance.mix(seed * 31 + number);
        return person(number, year - 20 - (int) Long.remainderUnsigned(drawn, OLDEST - 20));
    }

    /** Returns a person of a given year of birth. */
    public Person person(int number, int birthYear) {
        long drawn = Chance.mix(seed * 17 + number);
        int household = number / HOUSEHOLD.length * HOUSEHOLD.length + HOUSEHOLD[number % HOUSEHOLD.length];
        boolean shares = (Chance.mix(seed + household) & 1023) < 1024 * SHARES_TELEPHONE;
        int telephone = shares ? household : number;
        return new Person(number, birthYear, (drawn & 1) == 0, new Person.Home(household, telephone), hashes);
    }

    /** Returns the keyed hash of anything else: an address, a private seller. */
    public String hash(String what) {
        return hashes.of(what);
    }
}
