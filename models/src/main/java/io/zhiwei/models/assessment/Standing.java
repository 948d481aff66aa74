package io.zhiwei.models.assessment;

import org.jspecify.annotations.Nullable;

/**
 * All that one entity has to say about a subject in one episode, for one indicator: it replaces what the entity said
 * before, so that it may also be taken back.
 *
 * @param indicatorId the indicator
 * @param source the entity, apart for each indicator
 * @param sign what it says; null where it takes everything back
 */
public record Standing(
        String indicatorId, String source, @Nullable Sign sign) {}
