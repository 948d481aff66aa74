package io.zhiwei.deploy.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JVM that this process started and that ends with it: its standard input is held open as long as this process lives.
 * Its output goes to a log file.
 */
public final class ChildJvm implements AutoCloseable {

    private static final String READY = "READY";

    /** What each part of the heap holds, whichever collector divides it. */
    private static final Pattern HEAP_USED = Pattern.compile("total \\d+K, used (\\d+)K");
    /** A terminal sends Ctrl-C to every process of a command; this one alone decides in which order its children end. */
    private static final String DEAF_TO_CTRL_C = "trap '' INT; exec \"$@\"";

    private static final Duration TIME_TO_STOP = Duration.ofSeconds(15);

    private final String name;
    private final Process process;
    private final Path log;
    private final CountDownLatch ready = new CountDownLatch(1);

    private ChildJvm(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * What to start.
     *
     * @param name name in messages and of the log file
     * @param mainClass class with the main method
     * @param classPath its class path
     * @param options options of the JVM
     * @param arguments arguments of the main method
     */
    public record Command(
            String name, String mainClass, String classPath, List<String> options, List<String> arguments) {

        /** Returns the same with more options of the JVM. */
        Command with(List<String> more) {
            return new Command(
                    name,
                    mainClass,
                    classPath,
                    Stream.concat(options.stream(), more.stream()).toList(),
                    arguments);
        }
    }

    /** Starts a JVM whose log lies in a folder. */
    public static ChildJvm start(Command command, Path logs) throws IOException {
        return start(command, logs, line -> {});
    }

    /** Starts a JVM whose log lies in a folder, and hands over each line that it says on its standard output. */
    public static ChildJvm start(Command command, Path logs, Consumer<String> said) throws IOException {
        Files.createDirectories(logs);
        Path log = logs.resolve(command.name() + ".log");
        List<String> line = new ArrayList<>(List.of("sh", "-c", DEAF_TO_CTRL_C, "sh"));
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(command.options());
        line.add("-cp");
        line.add(command.classPath());
        line.add(command.mainClass());
        line.addAll(command.arguments());
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        ChildJvm child = new ChildJvm(command.name(), process, log);
        Thread reader = new Thread(() -> child.readOutput(said), command.name() + "-output");
        reader.setDaemon(true);
        reader.start();
        return child;
    }

    /**
     * Waits until the child says that it serves.
     *
     * @throws Refusal if it ends or stays silent
     */
    public void awaitReady(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready.await(200, TimeUnit.MILLISECONDS)) {
            if (!process.isAlive()) {
                throw new Refusal(name + " ended while it started. Its log is " + log + lastWords());
            }
            if (System.nanoTime() > deadline) {
                throw new Refusal(name + " did not start within " + patience.toSeconds() + " s. See " + log + ".");
            }
        }
    }

    /**
     * Does nothing as long as it runs.
     *
     * @throws Refusal with its last words
     */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new Refusal(
                    name + " has ended with code " + process.exitValue() + ". Its log is " + log + lastWords());
        }
    }

    /** Says a line to it, on its standard input. */
    public void say(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Waits for its end, and returns whether it came. */
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns how it ended, as far as it has. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Returns how much its heap holds after a full collection of garbage, bytes, as the JDK's {@code jcmd} says. */
    long liveBytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        String answer = jcmd("GC.heap_info");
        long used = HEAP_USED
                .matcher(answer)
                .results()
                .mapToLong(part -> Long.parseLong(part.group(1)))
                .sum();
        if (used == 0) {
            throw new IOException(name + " does not say how much its heap holds: " + answer);
        }
        return 1024 * used;
    }

    private String jcmd(String question) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(processId()),
                        question)
                .redirectErrorStream(true)
                .start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return answer;
    }

    /** Returns the number of its process. */
    public long processId() {
        return process.pid();
    }

    /** Returns whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns the log file. */
    public Path log() {
        return log;
    }

    /** Ends it as kill -9 does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end. */
    public void stop() {
        process.destroy();
    }

    /** Asks it to end, and ends it if it does not. */
    @Override
    public void close() {
        stop();
        try {
            if (!process.waitFor(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void readOutput(Consumer<String> said) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.accept(line);
                if (line.startsWith(READY)) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            // The stream ends with the process.
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "." : ": " + lines.get(lines.size() - 1);
        } catch (IOException e) {
            return ".";
        }
    }
}
