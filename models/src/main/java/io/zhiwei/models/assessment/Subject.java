package io.zhiwei.models.assessment;

/**
 * The entity that an alert is about.
 *
 * @param kind kind of entity, e.g. {@code creative}
 * @param id stable identifier within the kind
 * @param name what the reader sees
 */
public record Subject(String kind, String id, String name) {}
