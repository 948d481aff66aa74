package io.zhiwei.jobs.signal;

import java.util.List;

/**
 * A marginal count over the epochs that may still be looked at.
 *
 * @param versions its versions
 */
public record Margins(List<Margin> versions) {}
