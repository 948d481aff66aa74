package io.zhiwei.models.measure.keyed;

/**
 * What was last told about a subject in an episode, so that the same is not told again.
 *
 * @param value strongest value
 * @param total events that fired
 * @param evidence digest of the evidence
 * @param start start of the episode, milliseconds
 */
public record Told(double value, long total, long evidence, long start) {}
