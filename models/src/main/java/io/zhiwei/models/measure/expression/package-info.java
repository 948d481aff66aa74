/** Typed expressions over an event and what the other measures found in it. */
@NullMarked
package io.zhiwei.models.measure.expression;

import org.jspecify.annotations.NullMarked;
