package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.MessageType;
import io.zhiwei.models.keyed.Visit;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.ModelReply;
import org.apache.flink.util.OutputTag;

/** What leaves a stage beside its main output. */
final class SideOutputs {

    static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters", MessageType.DEAD_LETTER);

    static final OutputTag<Visit> VISITS = new OutputTag<>("visits", EntityType.VISIT);

    static final OutputTag<ModelReply> MODEL_REPLIES = new OutputTag<>("model-replies", MessageType.MODEL_REPLY);

    static final OutputTag<Alert> SHADOW_ALERTS = new OutputTag<>("shadow-alerts", MessageType.ALERT);

    private SideOutputs() {}
}
