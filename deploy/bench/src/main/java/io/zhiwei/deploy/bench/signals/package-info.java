/** How fast all pairs of product and event are measured anew, and how many reports a second the stream takes. */
@NullMarked
package io.zhiwei.deploy.bench.signals;

import org.jspecify.annotations.NullMarked;
