package io.zhiwei.models.measure.disproportionality.standing;

import java.util.List;

/**
 * What one look at a pair says.
 *
 * @param signal identifier of the signal that it would make
 * @param epoch end of its epoch, milliseconds
 * @param reports reports with product and event
 * @param serious serious ones among them
 * @param fatal fatal ones among them
 * @param grounds why the pair stands out, ascending; empty where it does not
 * @param component the greatest lower bound of its information components
 */
public record Look(
        String signal, long epoch, long reports, long serious, long fatal, List<String> grounds, double component) {}
