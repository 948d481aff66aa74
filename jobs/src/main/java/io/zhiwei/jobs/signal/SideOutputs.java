package io.zhiwei.jobs.signal;

import io.zhiwei.jobs.stream.MessageType;
import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.Signal;
import org.apache.flink.util.OutputTag;

/** What leaves a stage beside its main output. */
final class SideOutputs {

    static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters", MessageType.DEAD_LETTER);

    /** What reports about known patients add. */
    static final OutputTag<CaseChange> CASES = new OutputTag<>("cases", SignalTypes.CASE_CHANGE);

    /** Steps of pairs that are looked at before their epoch ends. */
    static final OutputTag<PairStep> AHEAD = new OutputTag<>("ahead", SignalTypes.PAIR_STEP);

    /** Signals with a change, for those who act on signals. */
    static final OutputTag<Signal> NOTICES = new OutputTag<>("notices", MessageType.SIGNAL);

    private SideOutputs() {}
}
