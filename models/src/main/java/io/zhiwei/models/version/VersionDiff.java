package io.zhiwei.models.version;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The lines in which two versions of a model differ. */
public final class VersionDiff {

    private static final int CONTEXT_LINES = 2;

    private VersionDiff() {}

    /** Returns them as a unified diff, file by file. */
    public static List<String> of(int old, Map<String, String> before, int young, Map<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            List<String> one = before.getOrDefault(name, "").lines().toList();
            List<String> two = after.getOrDefault(name, "").lines().toList();
            lines.addAll(UnifiedDiffUtils.generateUnifiedDiff(
                    name + " v" + old, name + " v" + young, one, DiffUtils.diff(one, two), CONTEXT_LINES));
        }
        return lines;
    }
}
