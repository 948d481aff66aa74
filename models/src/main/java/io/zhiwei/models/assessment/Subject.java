package io.zhiwei.models.assessment;

/**
 * The entity that an alert is about.
 *
 * @param kind kind of entity, e.g. {@code creative}
 * @param id stable identifier within the kind
 * @param name what the reader sees
 */
public record Subject(String kind, String id, String name) {

    /** Returns whether both are the same, whatever they are called. */
    public boolean isSame(Subject other) {
        return id.equals(other.id) && kind.equals(other.kind);
    }
}
