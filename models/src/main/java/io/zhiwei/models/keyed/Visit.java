package io.zhiwei.models.keyed;

/**
 * An event on its way to one entity, for one indicator that keeps state there.
 *
 * @param modelId model of the indicator
 * @param modelVersion version of the model that judges the event; 0 for what is no event, which the newest one judges
 * @param indicator indicator that asked for the visit, with the layout of what it keeps
 * @param entity key of the entity within the indicator
 * @param entry what is kept of the event
 */
public record Visit(String modelId, int modelVersion, String indicator, String entity, Entry entry) {

    /** Returns where the visit goes: the entity, apart for each indicator. */
    public String place() {
        return modelId + "|" + indicator + "|" + entity;
    }
}
