package io.zhiwei.deploy.bench.tree;

/**
 * What a referral tree achieves.
 *
 * @param members members in the end
 * @param levels levels in the end
 * @param joinsPerSecond joins a second, each followed by a question for the depth, one thread
 * @param p999Micros time that 999 of 1,000 joins stay within, microseconds
 * @param slowestMillis slowest join, collections of garbage included, milliseconds
 * @param depthNanos time of a question for the depth of the whole tree, nanoseconds
 * @param depthNanosOfSmall the same of a tree of a thousand members: a walk would make the difference
 * @param bytesPerMember heap of the tree and its referrals, tokens included
 */
public record TreeFigures(
        int members,
        int levels,
        double joinsPerSecond,
        double p999Micros,
        double slowestMillis,
        double depthNanos,
        double depthNanosOfSmall,
        double bytesPerMember) {}
