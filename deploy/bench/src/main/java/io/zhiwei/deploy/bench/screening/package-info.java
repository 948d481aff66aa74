/** How fast text is screened, beside the bare automaton over the same words and texts. */
@NullMarked
package io.zhiwei.deploy.bench.screening;

import org.jspecify.annotations.NullMarked;
