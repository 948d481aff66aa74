package io.zhiwei.jobs.warning;

import io.zhiwei.models.assessment.Episode;

/**
 * An episode that still takes inputs.
 *
 * @param episode its state
 * @param undelivered whether something was absorbed since the last delivery
 */
public record OpenEpisode(Episode episode, boolean undelivered) {}
