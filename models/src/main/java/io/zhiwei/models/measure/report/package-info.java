/**
 * What a report of a suspected reaction is worth: whether it counts and where, how serious and how well documented it is,
 * how the product relates to the reaction, by when it was due, and whether another report tells of the same case.
 */
@NullMarked
package io.zhiwei.models.measure.report;

import org.jspecify.annotations.NullMarked;
