/** Measures how soon a changed threshold is in force while events flow. */
@NullMarked
package io.zhiwei.deploy.bench.change;

import org.jspecify.annotations.NullMarked;
