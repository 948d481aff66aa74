package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.BlockType;
import io.zhiwei.jobs.stream.MessageType;
import io.zhiwei.models.keyed.Visit;
import io.zhiwei.schemas.DeadLetter;
import org.apache.flink.util.OutputTag;

/** What leaves a stage beside its main output. */
final class SideOutputs {

    static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters", MessageType.DEAD_LETTER);

    static final OutputTag<Visit> VISITS = new OutputTag<>("visits", BlockType.of(Visit.class));

    private SideOutputs() {}
}
