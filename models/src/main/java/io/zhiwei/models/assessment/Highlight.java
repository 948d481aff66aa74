package io.zhiwei.models.assessment;

/**
 * Part of an excerpt that matched.
 *
 * @param start first UTF-16 offset in the excerpt
 * @param end offset behind the last character
 */
public record Highlight(int start, int end) {}
