package io.zhiwei.models.assessment;

/**
 * An event on its way to one entity, for one indicator that keeps state there.
 *
 * @param modelId model of the indicator
 * @param indicatorId indicator that asked for the visit
 * @param entity key of the entity within the indicator
 * @param member what is counted at the entity, e.g. a page
 * @param fingerprint fingerprint of what the event says, where the indicator counts near-equals; else 0
 * @param carrier the event without findings, whose subject receives what the visit finds
 */
public record Visit(
        String modelId, String indicatorId, String entity, String member, long fingerprint, Findings carrier) {}
