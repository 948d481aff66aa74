/**
 * Measures of the money that an enterprise takes and pays: whether new money pays old, how fast it grows, how long it
 * lasts, who pays. Pure, streaming, retractable: what they say depends on what happened, not on the order in which it was
 * told. Money is whole fen, days are whole days since 1970-01-01 of the caller's calendar. Knows no stream and no store.
 */
@NullMarked
package io.zhiwei.models.measure.flow;

import org.jspecify.annotations.NullMarked;
