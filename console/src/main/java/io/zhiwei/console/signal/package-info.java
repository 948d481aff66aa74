/** Pairs of product and adverse event, as the signal job measures them. */
@NullMarked
package io.zhiwei.console.signal;

import org.jspecify.annotations.NullMarked;
