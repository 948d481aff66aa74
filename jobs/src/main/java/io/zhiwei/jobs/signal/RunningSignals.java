package io.zhiwei.jobs.signal;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;

/** A signal job that runs. */
public final class RunningSignals {

    private final JobClient client;
    private final Path checkpoints;

    RunningSignals(JobClient client, Path checkpoints) {
        this.client = client;
        this.checkpoints = checkpoints;
    }

    /**
     * Lets the job finish: no more is read, every epoch is closed, the one that goes on included, its signals are delivered, then
     * the job is over.
     *
     * @throws ExecutionException if it could not make the savepoint, and goes on
     */
    public void finish() throws InterruptedException, ExecutionException {
        String folder = "file://" + checkpoints.toAbsolutePath().resolve("savepoints");
        client.stopWithSavepoint(true, folder, SavepointFormatType.CANONICAL).get();
    }

    /** Waits until the job is over. */
    public void awaitEnd() throws InterruptedException, ExecutionException {
        client.getJobExecutionResult().get();
    }
}
