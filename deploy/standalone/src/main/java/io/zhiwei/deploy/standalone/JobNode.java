package io.zhiwei.deploy.standalone;

import io.zhiwei.jobs.warning.WarningJob;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The warning job in a JVM of its own. It ends when the job has finished, on SIGTERM, or when its standard input ends, so
 * that it never outlives the process that started it.
 */
public final class JobNode {

    private static final Logger LOGGER = LoggerFactory.getLogger(JobNode.class);

    private JobNode() {}

    /** Runs the job with its own arguments. */
    public static void main(String[] arguments) {
        Thread watch = new Thread(JobNode::endWithTheInput, "end-with-the-input");
        watch.setDaemon(true);
        watch.start();
        System.exit(run(arguments));
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

    private static void endWithTheInput() {
        byte[] ignored = new byte[64];
        try {
            while (System.in.read(ignored) >= 0) {
                // Only the end counts.
            }
        } catch (IOException e) {
            // As good as the end.
        }
        System.exit(0);
    }
}
