package io.zhiwei.deploy.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhiwei.deploy.bench.change.ChangeFigures;
import io.zhiwei.deploy.bench.keyed.KeyedFigures;
import io.zhiwei.deploy.bench.latency.LatencyFigures;
import io.zhiwei.deploy.bench.screening.ScreeningFigures;
import io.zhiwei.deploy.bench.signals.SignalFigures;
import io.zhiwei.deploy.bench.signals.SignalStreamFigures;
import io.zhiwei.deploy.bench.soak.SoakFigures;
import io.zhiwei.deploy.bench.throughput.ThroughputFigures;
import io.zhiwei.deploy.bench.tree.TreeFigures;
import org.jspecify.annotations.Nullable;

/**
 * All figures of a run, with the command and the machine that made them; a part that was not asked for is absent.
 *
 * @param date when
 * @param command how
 * @param machine where
 * @param throughput floor and pipeline
 * @param keyed the keyed pipeline
 * @param soak what the job keeps while days go by
 * @param change a threshold that was changed while events flowed
 * @param latency event to searchable alert
 * @param screening screening of text
 * @param tree a referral tree of a million members
 * @param signals re-evaluation of all pairs of product and adverse event
 * @param signalStream reports a second of the stream that makes them, beside the floor
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
        String date,
        String command,
        Machine machine,
        @Nullable ThroughputFigures throughput,
        @Nullable KeyedFigures keyed,
        @Nullable SoakFigures soak,
        @Nullable ChangeFigures change,
        @Nullable LatencyFigures latency,
        @Nullable ScreeningFigures screening,
        @Nullable TreeFigures tree,
        @Nullable SignalFigures signals,
        @Nullable SignalStreamFigures signalStream) {}
