/** Reports of a week or a month: what they count, where it is counted, and how they are printed. */
@NullMarked
package io.zhiwei.console.report;

import org.jspecify.annotations.NullMarked;
