package io.zhiwei.deploy.bench.throughput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.jobs.warning.FlinkSettings;
import io.zhiwei.jobs.warning.WarningConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A program that runs one graph over the topic, prints what it did as one line of JSON and ends. */
public final class MeasuredJob {

    private static final int FAILED = 1;

    private MeasuredJob() {}

    /** Runs {@code GRAPH SKIPPED LEAST_WARM_UP MOST_WARM_UP WINDOW}, the last three in seconds, and then settings of the warning job. */
    public static void main(String[] arguments) throws Exception {
        endWithParent();
        Graph graph = Graph.valueOf(arguments[0]);
        SteadyWindow window = new SteadyWindow(
                Long.parseLong(arguments[1]), seconds(arguments[2]), seconds(arguments[3]), seconds(arguments[4]));
        WarningConfig config = WarningConfig.parse(Arrays.copyOfRange(arguments, 5, arguments.length));
        Configuration flink = FlinkSettings.of(config);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        VisitReporter.follow(flink);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        Graphs.build(graph, config, env);
        JobClient job = env.executeAsync("zhiwei bench " + graph);
        int code = measure(job, window);
        // The job need not wind up: its results are discarded.
        Runtime.getRuntime().halt(code);
    }

    private static int measure(JobClient job, SteadyWindow window) throws InterruptedException {
        CompletableFuture<?> end = job.getJobExecutionResult();
        try {
            Measurement steady = window.measure(new Sampler().watch(window, end::isDone));
            if (end.isCompletedExceptionally()) {
                end.join();
            }
            print(new RunResult(steady, Counts.EVENTS.sum(), Counts.ALERTS.sum(), Counts.DEAD_LETTERS.sum()));
            return 0;
        } catch (RuntimeException | JsonProcessingException e) {
            e.printStackTrace();
            System.out.println(MeasuredJvm.REFUSED + e.getMessage());
            System.out.flush();
            return FAILED;
        }
    }

    private static void print(RunResult result) throws JsonProcessingException {
        System.out.println(MeasuredJvm.RESULT + new ObjectMapper().writeValueAsString(result));
        System.out.flush();
    }

    private static Duration seconds(String text) {
        return Duration.ofSeconds(Long.parseLong(text));
    }

    /** Nothing outlives the bench: the standard input ends with it. */
    private static void endWithParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // Only the end counts.
                        }
                    } catch (IOException e) {
                        // The end as well.
                    }
                    Runtime.getRuntime().halt(FAILED);
                },
                "end-with-parent");
        watch.setDaemon(true);
        watch.start();
    }
}
