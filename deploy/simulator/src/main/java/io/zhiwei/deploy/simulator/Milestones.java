package io.zhiwei.deploy.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a scheme of fund-raising was launched, crossed the filing line and collapsed.
 *
 * @param start launch
 * @param filing when the filing line of 法释〔2022〕5号 art 3 was crossed; null where it was not
 * @param collapse when it stopped paying
 */
public record Milestones(
        Instant start, @Nullable Instant filing, @Nullable Instant collapse) {}
