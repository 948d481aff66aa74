package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.util.concurrent.ExecutionException;

/**
 * How far the job has come in a stream. The offsets that it commits with its checkpoints are always right, but may come
 * ten seconds late on a quiet topic. Its counter of events read comes within a second, and is right as long as the job
 * began with the topic and never began again.
 */
final class Advance {

    private final Cluster cluster;
    private final FlinkPage flink;
    private final EventStream stream;
    private boolean counterIsRight;

    /**
     * Watches a stream.
     *
     * @param fresh whether the job began with the topic
     */
    Advance(Cluster cluster, FlinkPage flink, EventStream stream, boolean fresh) {
        this.cluster = cluster;
        this.flink = flink;
        this.stream = stream;
        this.counterIsRight = fresh;
    }

    /** Returns how many events of the topic the job has not behind it. */
    long behind() throws InterruptedException, ExecutionException {
        Cluster.Offsets offsets = cluster.offsets(stream);
        return offsets.end() - Math.max(offsets.committed(), counted());
    }

    /** Goes by the offsets alone from now on. */
    void distrustCounter() {
        counterIsRight = false;
    }

    private long counted() throws InterruptedException {
        if (!counterIsRight) {
            return 0;
        }
        try {
            long counted = flink.eventsRead(stream.topic());
            counterIsRight = !flink.hasRestarted();
            return counterIsRight ? counted : 0;
        } catch (IOException e) {
            // A busy page; the offsets are there all the same.
            return 0;
        }
    }
}
