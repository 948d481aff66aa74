package io.zhiwei.deploy.bench.tree;

import io.zhiwei.models.measure.tree.Referral;
import io.zhiwei.models.measure.tree.ReferralTree;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Grows a referral tree member by member; one join in fifty comes before its inviter's own. */
public final class TreeBench {

    private static final int SMALL = 1_000;
    private static final int DELAYED = 50;
    private static final long FEE_FEN = 98_000;
    private static final int QUESTIONS = 20_000_000;

    private final int members;
    private final long seed;

    /** Prepares a tree of so many members. */
    public TreeBench(int members, long seed) {
        this.members = members;
        this.seed = seed;
    }

    /** Returns the figures, after some seconds. */
    public TreeFigures run() {
        new Growth(SMALL * DELAYED, seed).grow();
        Growth small = new Growth(SMALL, seed);
        small.grow();
        long before = used();
        Growth large = new Growth(members, seed);
        double seconds = large.grow();
        large.forgetJoins();
        double bytes = used() - before;
        return new TreeFigures(
                large.tree.members(),
                large.tree.depth(),
                (members - 1) / seconds,
                large.nanos[(int) (large.nanos.length * 0.999)] / 1e3,
                large.nanos[large.nanos.length - 1] / 1e6,
                depthNanos(large.tree),
                depthNanos(small.tree),
                bytes / large.tree.members());
    }

    private static double depthNanos(ReferralTree tree) {
        long sum = 0;
        long from = System.nanoTime();
        for (int i = 0; i < QUESTIONS; i++) {
            sum += tree.depth();
        }
        double nanos = (System.nanoTime() - from) / (double) QUESTIONS;
        if (sum != (long) QUESTIONS * tree.depth()) {
            throw new IllegalStateException("The depth of a tree that nobody changes has changed.");
        }
        return nanos;
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** A tree and the joins that make it. */
    private static final class Growth {

        private final ReferralTree tree;
        private final long[] nanos;
        private Referral[] joins;

        Growth(int members, long seed) {
            Random random = new Random(seed);
            tree = new ReferralTree(members);
            joins = new Referral[members - 1];
            nanos = new long[members - 1];
            for (int i = 1; i < members; i++) {
                joins[i - 1] = new Referral(token(random.nextInt(i)), token(i), i, FEE_FEN);
            }
            for (int i = 0; i + DELAYED < joins.length; i += DELAYED) {
                Referral join = joins[i];
                joins[i] = joins[i + DELAYED - 1];
                joins[i + DELAYED - 1] = join;
            }
        }

        /** Returns the seconds that it took; the times of the joins are in order afterwards. */
        double grow() {
            long started = System.nanoTime();
            for (int i = 0; i < joins.length; i++) {
                long from = System.nanoTime();
                tree.add(joins[i]);
                tree.depth();
                nanos[i] = System.nanoTime() - from;
            }
            double seconds = (System.nanoTime() - started) / 1e9;
            Arrays.sort(nanos);
            return seconds;
        }

        /** What only the bench holds does not count. */
        void forgetJoins() {
            joins = new Referral[0];
        }

        private static String token(int number) {
            return String.format(Locale.ROOT, "%016x", number * 0x9E3779B97F4A7C15L);
        }
    }
}
