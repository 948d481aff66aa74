package io.zhiwei.deploy.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhiwei.deploy.bench.latency.LatencyFigures;
import io.zhiwei.deploy.bench.screening.ScreeningFigures;
import io.zhiwei.deploy.bench.throughput.ThroughputFigures;
import org.jspecify.annotations.Nullable;

/**
 * All figures of a run, with the command and the machine that made them; a part that was not asked for is absent.
 *
 * @param date when
 * @param command how
 * @param machine where
 * @param throughput floor and pipeline
 * @param latency event to searchable alert
 * @param screening screening of text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
        String date,
        String command,
        Machine machine,
        @Nullable ThroughputFigures throughput,
        @Nullable LatencyFigures latency,
        @Nullable ScreeningFigures screening) {}
