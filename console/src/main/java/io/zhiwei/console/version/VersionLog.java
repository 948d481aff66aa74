package io.zhiwei.console.version;

import io.zhiwei.schemas.ModelReply;
import io.zhiwei.schemas.ModelUpdate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The topics {@code model-updates} and {@code model-replies}. */
public interface VersionLog {

    /**
     * Appends an update and returns when the topic holds it.
     *
     * @throws io.zhiwei.console.alert.AlertIndex.UnavailableException if it does not; nothing is published
     */
    void append(ModelUpdate update);

    /** Returns the updates that are known, in the order of the topic. */
    List<ModelUpdate> updates();

    /** Returns what the job said to an update; empty where it has not yet. */
    Optional<ModelReply> reply(String updateId);

    /** Returns when the job has answered an update, or after a time. */
    void awaitReply(String updateId, Duration patience);
}
