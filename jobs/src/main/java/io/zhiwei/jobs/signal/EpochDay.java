package io.zhiwei.jobs.signal;

import java.time.LocalDate;

/**
 * Where steps wait: the epoch in which they take effect, and the day under which they count.
 *
 * @param epoch end of the epoch, milliseconds
 * @param day the day
 */
public record EpochDay(long epoch, LocalDate day) {}
