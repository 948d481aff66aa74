package io.zhiwei.models.assessment;

/**
 * A district or functional zone.
 *
 * @param code GB/T 2260 code
 * @param zone functional zone, empty for a district
 * @param name Chinese name
 * @param lat latitude of its centre, degrees
 * @param lon longitude of its centre, degrees
 */
public record Region(String code, String zone, String name, double lat, double lon) {}
