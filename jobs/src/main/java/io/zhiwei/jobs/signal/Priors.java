package io.zhiwei.jobs.signal;

import java.util.List;

/**
 * A population's priors over the epochs that may still be looked at.
 *
 * @param versions its versions
 */
public record Priors(List<Prior> versions) {}
