/** Synthetic advertisements for measuring, wholly fictitious; the same seed makes the same ones. */
@NullMarked
package io.zhiwei.deploy.bench.events;

import org.jspecify.annotations.NullMarked;
