/** Changed thresholds over recorded events: what they would have caught, and what they would have cost. */
@NullMarked
package io.zhiwei.console.backtest;

import org.jspecify.annotations.NullMarked;
