/** Alerts and decisions in memory, for tests of the pages. */
@NullMarked
package io.zhiwei.console.testing;

import org.jspecify.annotations.NullMarked;
