package io.zhiwei.deploy.standalone;

import io.zhiwei.jobs.signal.RunningSignals;
import io.zhiwei.jobs.signal.SignalJob;
import io.zhiwei.jobs.warning.WarningJob;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The warning job in a JVM of its own, with the signal job beside it where its settings are given, once it is asked for. It ends
 * when the job has finished, on SIGTERM, or when its standard input ends, so that it never outlives the process that started it.
 */
public final class JobNode {

    /** What follows it are the settings of the signal job. */
    static final String SIGNALS = "--signals";

    /** Asks for the signal job, on the standard input: what it takes to start would be taken from the warning job. */
    static final String START_SIGNALS = "START-SIGNALS";

    /** Asks for the end of the signal job, on the standard input. */
    static final String FINISH_SIGNALS = "FINISH-SIGNALS";

    /** Says on the standard output that the signal job has delivered everything. */
    static final String SIGNALS_FINISHED = "SIGNALS-FINISHED";

    /** Says on the standard output that the signal job could not make its savepoint, and goes on. */
    static final String SIGNALS_GO_ON = "SIGNALS-GO-ON";

    private static final CountDownLatch SIGNALS_WANTED = new CountDownLatch(1);
    private static final CompletableFuture<RunningSignals> SIGNALS_RUN = new CompletableFuture<>();
    private static final Logger LOGGER = LoggerFactory.getLogger(JobNode.class);

    private JobNode() {}

    /** Runs the warning job with its own arguments, and the signal job with those after {@link #SIGNALS}. */
    public static void main(String[] arguments) {
        Thread watch = new Thread(JobNode::endWithTheInput, "end-with-the-input");
        watch.setDaemon(true);
        watch.start();
        int own = Arrays.asList(arguments).indexOf(SIGNALS);
        if (own < 0) {
            System.exit(run(arguments));
        }
        Thread signals =
                new Thread(() -> measure(Arrays.copyOfRange(arguments, own + 1, arguments.length)), "signal-job");
        signals.setDaemon(true);
        signals.start();
        System.exit(run(Arrays.copyOf(arguments, own)));
    }

    /** The edge of the process: whatever stops the job stops the process, and its log says why. */
    private static int run(String... arguments) {
        try {
            WarningJob.main(arguments);
            return 0;
        } catch (Exception e) {
            LOGGER.error("job failed", e);
            return 1;
        }
    }

    /** Signals that silently stop to come would be taken for quiet: without them the process ends too, unless it was asked to. */
    private static void measure(String... arguments) {
        try {
            SIGNALS_WANTED.await();
            RunningSignals running = SignalJob.start(arguments);
            SIGNALS_RUN.complete(running);
            running.awaitEnd();
        } catch (Exception e) {
            LOGGER.error("signal job failed", e);
            System.exit(1);
        }
    }

    /** Reads what the process that started this one says: a request line by line, until it ends. */
    private static void endWithTheInput() {
        try (BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String request = requests.readLine(); request != null; request = requests.readLine()) {
                if (request.equals(START_SIGNALS)) {
                    SIGNALS_WANTED.countDown();
                } else if (request.equals(FINISH_SIGNALS)) {
                    finishSignals();
                }
            }
        } catch (IOException e) {
            // As good as the end.
        }
        System.exit(0);
    }

    private static void finishSignals() {
        try {
            SIGNALS_RUN.get().finish();
            System.out.println(SIGNALS_FINISHED);
        } catch (InterruptedException | ExecutionException e) {
            LOGGER.error("signal job goes on", e);
            System.out.println(SIGNALS_GO_ON);
        }
    }
}
