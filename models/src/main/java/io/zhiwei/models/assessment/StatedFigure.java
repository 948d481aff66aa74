package io.zhiwei.models.assessment;

import io.zhiwei.models.definition.Origin;

/**
 * A figure of the evidence pack.
 *
 * @param name name by which the model refers to it
 * @param value its value
 * @param origin where it comes from
 */
public record StatedFigure(String name, double value, Origin origin) {}
