package io.zhiwei.jobs.signal;

import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.Signal;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the results go, by the name of the place, e.g. {@code index}.
 *
 * @param signals sinks that each receive every signal, one for each pair and epoch in which it is measured
 * @param notices sinks that each receive what became of pairs that stand out, provisional signals and withdrawals included
 * @param deadLetters sinks that each receive every dead letter
 */
public record SignalOutlets(
        Map<String, Sink<Signal>> signals,
        Map<String, Sink<Signal>> notices,
        Map<String, Sink<DeadLetter>> deadLetters) {}
