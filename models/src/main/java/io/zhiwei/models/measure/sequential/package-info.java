/**
 * Tests that may be looked at again and again while reports come in, on a short list of pairs: the chance of a false alarm
 * is that of all looks together.
 */
@NullMarked
package io.zhiwei.models.measure.sequential;

import org.jspecify.annotations.NullMarked;
