/** What the job keeps while the days of a simulated city go by. */
@NullMarked
package io.zhiwei.deploy.bench.soak;

import org.jspecify.annotations.NullMarked;
