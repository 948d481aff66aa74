package io.zhiwei.models.keyed;

/**
 * What was last told about a subject in an episode, so that the same is not told again.
 *
 * @param digest digest of what was told
 * @param start start of the episode, milliseconds
 */
public record Told(long digest, long start) {}
