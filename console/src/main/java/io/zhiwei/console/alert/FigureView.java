package io.zhiwei.console.alert;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * A figure of the evidence pack.
 *
 * @param name Chinese name
 * @param nameEn English name
 * @param value its value
 * @param unit unit of the value
 * @param origin OBSERVED, DECLARED or ESTIMATED
 * @param asOf event time of the latest event that it takes in
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FigureView(String name, String nameEn, double value, String unit, String origin, Instant asOf) {}
