package io.zhiwei.deploy.simulator;

/** Residents as the keyed hashes that the sources would send; three of a household share telephone, address and account. */
final class People {

    /** Residents of Ezhou. */
    private static final int CITY = 1_100_000;

    private static final int HOUSEHOLD = 3;

    private final long seed;
    private final int count;

    People(Plan plan) {
        this.seed = plan.seed();
        this.count = Math.max(1000, (int) (CITY * plan.scale()));
    }

    int someone(Draw draw) {
        return draw.below(count);
    }

    String identity(int person) {
        return hash("identity", person);
    }

    String phone(int person) {
        return hash("phone", person / HOUSEHOLD);
    }

    String account(int person) {
        return hash("account", person / HOUSEHOLD);
    }

    int birthYear(int person) {
        return 1945 + (int) Math.floorMod(mix("birth", person), 55L);
    }

    String hash(String what, long number) {
        return String.format(java.util.Locale.ROOT, "%016x", mix(what, number));
    }

    private long mix(String what, long number) {
        return Draw.of(seed, what, number).bits();
    }
}
