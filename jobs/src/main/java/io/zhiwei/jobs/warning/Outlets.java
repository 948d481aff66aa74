package io.zhiwei.jobs.warning;

import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.ModelReply;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the results go, by the name of the place, e.g. {@code topic} and {@code index}.
 *
 * @param alerts sinks that each receive every alert revision
 * @param shadowAlerts sinks that each receive every alert revision of versions in the shadow
 * @param modelReplies sinks that each receive every answer to a model update
 * @param deadLetters sinks that each receive every dead letter
 */
public record Outlets(
        Map<String, Sink<Alert>> alerts,
        Map<String, Sink<Alert>> shadowAlerts,
        Map<String, Sink<ModelReply>> modelReplies,
        Map<String, Sink<DeadLetter>> deadLetters) {}
