/** How soon after its advertisement an alert can be found by a search, with real servers and the real job. */
@NullMarked
package io.zhiwei.deploy.bench.latency;

import org.jspecify.annotations.NullMarked;
