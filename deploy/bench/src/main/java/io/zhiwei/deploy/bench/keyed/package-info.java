/** Measures the keyed pipeline: beside the floor, by copies of a model, by number of keys. */
@NullMarked
package io.zhiwei.deploy.bench.keyed;

import org.jspecify.annotations.NullMarked;
