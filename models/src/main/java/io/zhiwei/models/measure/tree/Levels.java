package io.zhiwei.models.measure.tree;

import java.util.Arrays;

/** Members by level; the deepest level is known without a search. */
final class Levels {

    private int[] members = new int[16];
    private int deepest;

    void change(int level, int count) {
        if (level >= members.length) {
            members = Arrays.copyOf(members, Math.max(level + 1, 2 * members.length));
        }
        members[level] += count;
        if (count > 0) {
            deepest = Math.max(deepest, level);
        }
        while (deepest > 0 && members[deepest] == 0) {
            deepest--;
        }
    }

    int deepest() {
        return deepest;
    }

    int at(int level) {
        return level < members.length ? members[level] : 0;
    }
}
