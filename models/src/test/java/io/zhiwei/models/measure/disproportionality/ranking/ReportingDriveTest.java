package io.zhiwei.models.measure.disproportionality.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.measure.disproportionality.PoissonTail;
import io.zhiwei.models.measure.disproportionality.standing.FalseShares;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A hospital that reports twice as much of everything, as in a campaign, raises no signal of the few drugs that it uses more than
 * others do, and no more signals than chance does without it; a drug that brings an event more often is found beside them.
 */
class ReportingDriveTest {

    private static final int REPORTS = 20_000;
    private static final int OF_HOSPITAL = 1_000;
    private static final int PRODUCTS = 300;
    private static final int EVENTS = 200;
    private static final int FIRST_FAVOURITE = 40;
    private static final int FAVOURITES = 20;

    /** One in twenty screenings may bring a false one, and seldom comes alone. */
    private static final int MOST_BY_CHANCE = 2;

    private static final int LEAST = 3;
    private static final double FALSE_SHARE = 0.05;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void twiceAsManyReportsOfOneHospitalAreNoSignal(long seed) {
        List<String> signals = signals(reports(seed, 2).count());

        assertThat(signals).noneMatch(ReportingDriveTest::isFavourite);
        assertThat(signals).hasSizeLessThanOrEqualTo(MOST_BY_CHANCE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aReactionBesideThemIsFound(long seed) {
        ReportCounter counter = reports(seed, 2);
        for (int i = 0; i < 8; i++) {
            counter.product("harm" + i, "P" + FIRST_FAVOURITE);
            counter.event("harm" + i, "E150");
        }

        assertThat(signals(counter.count()))
                .filteredOn(ReportingDriveTest::isFavourite)
                .containsExactly("P" + FIRST_FAVOURITE + " E150");
    }

    private static boolean isFavourite(String signal) {
        int product = Integer.parseInt(signal.substring(1, signal.indexOf(' ')));
        return product >= FIRST_FAVOURITE && product < FIRST_FAVOURITE + FAVOURITES;
    }

    private static ReportCounter reports(long seed, int times) {
        Random random = new Random(seed);
        ReportCounter counter = new ReportCounter();
        for (int i = 0; i < REPORTS; i++) {
            add("r" + i, rank(random, PRODUCTS), random, counter);
        }
        for (int i = 0; i < times * OF_HOSPITAL; i++) {
            int product = random.nextBoolean() ? FIRST_FAVOURITE + random.nextInt(FAVOURITES) : rank(random, PRODUCTS);
            add("h" + i, product, random, counter);
        }
        return counter;
    }

    private static void add(String id, int product, Random random, ReportCounter counter) {
        counter.product(id, "P" + product);
        int events = 1 + random.nextInt(2);
        for (int i = 0; i < events; i++) {
            counter.event(id, "E" + rank(random, EVENTS));
        }
    }

    private static int rank(Random random, int names) {
        return (int) (names * Math.pow(random.nextDouble(), 2.5));
    }

    /** Those that the gates of the models let through. */
    private static List<String> signals(ReportCounts counts) {
        FalseShares shares = FalseShares.of(IntStream.range(0, counts.pairs())
                .filter(pair -> counts.observed(pair) >= LEAST)
                .mapToDouble(pair -> PoissonTail.atLeast(counts.observed(pair), counts.expected(pair)))
                .toArray());
        return SignalTable.of(counts).pairs().stream()
                .filter(pair -> pair.observed() >= LEAST && pair.information().low() > 0)
                .filter(pair -> shares.of(PoissonTail.atLeast(pair.observed(), pair.expected())) <= FALSE_SHARE)
                .map(pair -> pair.product() + " " + pair.event())
                .toList();
    }
}
