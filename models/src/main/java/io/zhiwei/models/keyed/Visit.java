package io.zhiwei.models.keyed;

/**
 * An event on its way to one entity, for one indicator that keeps state there.
 *
 * @param modelId model of the indicator
 * @param modelVersion version of the model that judges the event; 0 for what is no event, which the newest one judges
 * @param indicator indicator that asked for the visit, with the layout of what it keeps
 * @param entity key of the entity within the indicator
 * @param entry what is kept of the event
 * @param again whether it replaces an earlier visit of the same event, because reference data came late; an entry that was taken back
 *     says that the event had no reason to come
 */
public record Visit(String modelId, int modelVersion, String indicator, String entity, Entry entry, boolean again) {

    /** Makes the first visit of an event. */
    public Visit(String modelId, int modelVersion, String indicator, String entity, Entry entry) {
        this(modelId, modelVersion, indicator, entity, entry, false);
    }

    /** Returns the visit that replaces an earlier one of the same event. */
    public Visit instead() {
        return new Visit(modelId, modelVersion, indicator, entity, entry, true);
    }

    /** Returns the visit that undoes this one. */
    public Visit undone() {
        return new Visit(modelId, modelVersion, indicator, entity, entry.takenBack(), true);
    }

    /** Returns whether the same event comes to the same entity by the same feed. */
    public boolean isSame(Visit other) {
        return entry.isSame(other.entry) && place().equals(other.place());
    }

    /** Returns whether it brings the same, too. */
    public boolean bringsTheSame(Visit other) {
        return isSame(other) && entry.bringsTheSame(other.entry);
    }

    /** Returns where the visit goes: the entity, apart for each indicator. */
    public String place() {
        return modelId + "|" + indicator + "|" + entity;
    }
}
