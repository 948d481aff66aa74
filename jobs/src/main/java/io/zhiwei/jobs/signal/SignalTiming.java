package io.zhiwei.jobs.signal;

import io.zhiwei.jobs.stream.EventWatermarks;
import java.time.Duration;

/**
 * The times that the graph goes by.
 *
 * @param watermarks how event time advances
 * @param epoch after how much event time counts are closed and changed pairs are measured
 * @param sweep after how much all pairs are measured, a multiple of the epoch
 * @param refit after how much priors are fitted, a multiple of the sweep
 */
public record SignalTiming(EventWatermarks watermarks, Duration epoch, Duration sweep, Duration refit) {

    /** Refuses epochs that do not fit together. */
    public SignalTiming {
        new Epochs(epoch, sweep, refit);
    }

    Epochs epochs() {
        return new Epochs(epoch, sweep, refit);
    }
}
