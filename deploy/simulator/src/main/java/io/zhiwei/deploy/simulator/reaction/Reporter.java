package io.zhiwei.deploy.simulator.reaction;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.city.Numbers;
import io.zhiwei.deploy.simulator.city.Region;
import io.zhiwei.schemas.ReporterKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Who reports.
 *
 * @param orgId credit code
 * @param kind hospital, seller or holder
 * @param region where
 */
record Reporter(String orgId, ReporterKind kind, Region region) {

    private static final int HOSPITALS = 600;
    private static final double AT_HOME = 0.1;
    private static final List<Region> PROVINCE = Region.ELSEWHERE.subList(0, 3);

    /** Returns a hospital by its number; the first are the largest. */
    static Reporter hospital(int number) {
        Region region = region(Chance.of(420_000, number));
        return new Reporter(Numbers.creditCode(region.code(), 500_000 + number), ReporterKind.HOSPITAL, region);
    }

    /** Draws who reports: hospitals four in five, large ones more often. */
    static Reporter draw(Chance chance) {
        if (chance.happens(0.82)) {
            return hospital((int) (HOSPITALS * Math.pow(chance.uniform(0, 1), 2)));
        }
        Region region = region(chance);
        boolean seller = chance.happens(0.7);
        int number = (seller ? 600_000 : 700_000) + chance.below(2_000);
        return new Reporter(
                Numbers.creditCode(region.code(), number), seller ? ReporterKind.SELLER : ReporterKind.HOLDER, region);
    }

    /** Draws some different hospitals. */
    static List<Reporter> hospitals(int wanted, Chance chance) {
        List<Reporter> result = new ArrayList<>();
        while (result.size() < wanted) {
            Reporter next = hospital(chance.below(HOSPITALS));
            if (!result.contains(next)) {
                result.add(next);
            }
        }
        return result;
    }

    private static Region region(Chance chance) {
        return chance.happens(AT_HOME) ? Region.draw(chance) : chance.one(PROVINCE);
    }
}
