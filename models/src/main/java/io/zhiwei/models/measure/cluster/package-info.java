/**
 * Similar reactions close together in time: with one batch, in one institution, or of one product (聚集性). A cluster is a
 * reason to look at the batch at once, not proof of a fault.
 */
@NullMarked
package io.zhiwei.models.measure.cluster;

import org.jspecify.annotations.NullMarked;
