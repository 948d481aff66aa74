/** Who asked for what: the audit topic and what is written to it. */
@NullMarked
package io.zhiwei.console.audit;

import org.jspecify.annotations.NullMarked;
