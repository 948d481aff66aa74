package io.zhiwei.deploy.bench.events;

import java.util.List;
import java.util.SplittableRandom;

/** Repeatable chance. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean happens(double share) {
        return random.nextDouble() < share;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Returns an index below the size; small ones come often, as a few advertisers place most advertisements. */
    int skewed(int size) {
        double share = random.nextDouble();
        return (int) (size * share * share * share);
    }
}
