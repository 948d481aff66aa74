package io.zhiwei.models.measure.cluster;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Batches of one maker that were made one after the other, so that one fault may be in several. */
final class AdjacentBatches {

    private AdjacentBatches() {}

    /** Returns the batches in sets, each of which holds what is adjacent to one of its others. */
    static List<List<List<SuspectedCase>>> of(Collection<List<SuspectedCase>> batches, ClusterLimits limits) {
        List<List<List<SuspectedCase>>> sets = new ArrayList<>();
        for (List<SuspectedCase> batch : batches) {
            List<List<SuspectedCase>> joined = new ArrayList<>();
            joined.add(batch);
            sets.removeIf(set -> {
                boolean adjacent = set.stream().anyMatch(other -> areAdjacent(batch.get(0), other.get(0), limits));
                if (adjacent) {
                    joined.addAll(set);
                }
                return adjacent;
            });
            sets.add(joined);
        }
        return sets;
    }

    private static boolean areAdjacent(SuspectedCase one, SuspectedCase other, ClusterLimits limits) {
        boolean near = one.made() != null
                && other.made() != null
                && Math.abs(ChronoUnit.DAYS.between(one.made(), other.made())) <= limits.daysApart();
        return near
                || BatchNumber.distance(one.batch(), other.batch())
                        .filter(distance -> distance <= limits.numbersApart())
                        .isPresent();
    }
}
