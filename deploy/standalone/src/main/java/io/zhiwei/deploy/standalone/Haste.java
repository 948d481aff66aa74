package io.zhiwei.deploy.standalone;

import java.util.List;

/** What JVMs shall be good at. */
public enum Haste {

    /** The second compiler makes them fast, once it has had its time. */
    FAST_WHEN_WARM,

    /**
     * On a small machine the second compiler takes a core from what shall be there first: without it, and with a collector that has
     * no threads of its own, they start in half the time and carry half the load. Classes are not verified: they come from our own build
     * and from the repository that the build trusts anyway.
     */
    SOON_READY(List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote"));

    private final List<String> options;

    Haste() {
        this(List.of());
    }

    Haste(List<String> options) {
        this.options = options;
    }

    /** Returns the options for {@code java}. */
    List<String> options() {
        return options;
    }
}
