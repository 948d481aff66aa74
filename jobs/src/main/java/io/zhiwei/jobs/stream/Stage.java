package io.zhiwei.jobs.stream;

import java.util.Locale;

/** The stages that can refuse something. */
public enum Stage {
    DECODE,
    SCREEN,
    ASSESS,
    DELIVER;

    /** Returns the name that a dead letter carries. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
