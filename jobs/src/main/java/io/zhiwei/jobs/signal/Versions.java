package io.zhiwei.jobs.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What holds from the end of an epoch on, kept as long as an epoch may still be looked at. */
final class Versions {

    private Versions() {}

    /**
     * Returns the versions with another one, without those that no open epoch needs.
     *
     * @param versions versions, in any order
     * @param watermark what is looked at from now on ends later
     */
    static <T> List<T> with(List<T> versions, T another, ToLongFunction<T> epoch, long watermark) {
        T held = at(versions, epoch, watermark);
        List<T> kept = new ArrayList<>();
        for (T version : versions) {
            if (version == held || epoch.applyAsLong(version) > watermark) {
                kept.add(version);
            }
        }
        kept.add(another);
        return kept;
    }

    /** Returns the latest version that holds at the end of an epoch; null where there was none yet. */
    static <T> @Nullable T at(List<T> versions, ToLongFunction<T> epoch, long end) {
        T latest = null;
        for (T version : versions) {
            long of = epoch.applyAsLong(version);
            if (of <= end && (latest == null || of >= epoch.applyAsLong(latest))) {
                latest = version;
            }
        }
        return latest;
    }
}
