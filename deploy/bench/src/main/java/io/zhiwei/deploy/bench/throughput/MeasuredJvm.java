package io.zhiwei.deploy.bench.throughput;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.deploy.standalone.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs {@link MeasuredJob} in JVMs of its own, all with the same options.
 *
 * @param classPath class path of the bench
 * @param logs folder of the log files
 */
record MeasuredJvm(String classPath, Path logs) {

    /** Begins the line that says why there is no result. */
    static final String REFUSED = "REFUSED ";

    /** Begins the line that holds the result. */
    static final String RESULT = "RESULT ";

    private static final List<String> OPTIONS =
            List.of("-Xms4g", "-Xmx4g", "-XX:+UseG1GC", "-Dlog4j2.configurationFile=log4j2-job.properties");

    /** Returns what a run did, when it is over. */
    RunResult run(String name, List<String> arguments) throws IOException, InterruptedException {
        Files.createDirectories(logs);
        Path log = logs.resolve(name + ".log");
        Process process = new ProcessBuilder(line(arguments))
                .redirectError(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        try {
            String last = lastWord(process);
            if (process.waitFor() != 0 || !last.startsWith(RESULT)) {
                throw new Refusal("The run '" + name + "' failed. " + last.replace(REFUSED, "") + " See " + log + ".");
            }
            return new ObjectMapper().readValue(last.substring(RESULT.length()), RunResult.class);
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> line(List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(OPTIONS);
        line.add("-cp");
        line.add(classPath);
        line.add(MeasuredJob.class.getName());
        line.addAll(arguments);
        return line;
    }

    private static String lastWord(Process process) throws IOException {
        String last = "";
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(RESULT) || line.startsWith(REFUSED)) {
                    last = line;
                }
            }
        }
        return last;
    }
}
