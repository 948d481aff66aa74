package io.zhiwei.jobs.warning;

import io.zhiwei.jobs.stream.EventWatermarks;
import java.time.Duration;

/**
 * The times that the graph goes by.
 *
 * @param watermarks how event time advances
 * @param lateBound how late an event may be and still be assessed
 * @param coalesce how long unimportant changes of an alert are gathered before they are delivered
 * @param keepAlerts how long after its latest revision or decision an alert can still be decided about
 */
public record Timing(EventWatermarks watermarks, Duration lateBound, Duration coalesce, Duration keepAlerts) {}
