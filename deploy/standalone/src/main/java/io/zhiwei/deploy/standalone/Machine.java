package io.zhiwei.deploy.standalone;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a run asks of the machine.
 *
 * @param javaVersion feature version of this JVM
 * @param freeMegabytes memory that programs can still get
 */
record Machine(int javaVersion, long freeMegabytes) {

    static final int JAVA = 17;
    /**
     * Measured with the demonstration set: Kafka 0.4 GB, Elasticsearch 0.9 GB, the job 0.9 GB, console and command line
     * 0.2 GB each.
     */
    static final long NEEDED_MEGABYTES = 2_650;

    private static final long MEGABYTE = 1024 * 1024;
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    static Machine here() {
        return new Machine(Runtime.version().feature(), free());
    }

    /** Refuses a machine on which a run would fail later, and less clearly. */
    void require() {
        if (javaVersion != JAVA) {
            throw new Refusal("Zhiwei runs with JDK " + JAVA + ", this is " + javaVersion + ". Set JAVA_HOME to a JDK "
                    + JAVA + ".");
        }
        if (freeMegabytes < NEEDED_MEGABYTES) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "A run needs %.1f GB of free memory, there are %.1f GB. Close something else first.",
                    NEEDED_MEGABYTES / 1024.0,
                    freeMegabytes / 1024.0));
        }
    }

    private static long free() {
        long limit = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getTotalMemorySize()
                / MEGABYTE;
        return Math.min(limit, available(limit));
    }

    /** Linux says how much programs can still get, page cache included; elsewhere the limit alone counts. */
    private static long available(long otherwise) {
        try {
            return Files.readAllLines(MEMINFO).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) / 1024)
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
