package io.zhiwei.models.measure.disproportionality.counting;

import java.time.LocalDate;

/**
 * A step of one cell.
 *
 * @param cell what is counted
 * @param day day under which
 * @param step by how much
 */
public record CountChange(Cell cell, LocalDate day, Step step) {}
