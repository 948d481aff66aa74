package io.zhiwei.models.keyed;

/**
 * An event on its way to one entity, for one indicator that keeps state there.
 *
 * @param modelId model of the indicator
 * @param indicatorId indicator that asked for the visit
 * @param entity key of the entity within the indicator
 * @param entry what is kept of the event
 */
public record Visit(String modelId, String indicatorId, String entity, Entry entry) {

    /** Returns where the visit goes: the entity, apart for each indicator. */
    public String place() {
        return modelId + "|" + indicatorId + "|" + entity;
    }
}
