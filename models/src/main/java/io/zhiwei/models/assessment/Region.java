package io.zhiwei.models.assessment;

import io.zhiwei.models.definition.LocalName;

/**
 * A district or functional zone.
 *
 * @param code GB/T 2260 code
 * @param zone functional zone, empty for a district
 * @param name its name
 * @param lat latitude of its centre, degrees
 * @param lon longitude of its centre, degrees
 */
public record Region(String code, String zone, LocalName name, double lat, double lon) {}
