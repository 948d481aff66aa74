package io.zhiwei.deploy.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where figures come from.
 *
 * @param cores processors that the JVM sees
 * @param processor name of the processor
 * @param memoryGib memory of the machine
 * @param jvm the JVM
 * @param system the operating system
 * @param load load average when the measuring began; much above 0 means that others took part of the machine
 */
public record Machine(int cores, String processor, long memoryGib, String jvm, String system, double load) {

    /** Returns this machine. */
    static Machine here() {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                processorName(),
                Math.round(memory / (double) (1 << 30)),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processorName() {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/cpuinfo"));
            return lines.stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
