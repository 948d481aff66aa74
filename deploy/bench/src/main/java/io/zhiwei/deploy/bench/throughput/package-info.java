/** How many events a second the floor and the pipeline take from the same topic, each in a JVM of its own. */
@NullMarked
package io.zhiwei.deploy.bench.throughput;

import org.jspecify.annotations.NullMarked;
