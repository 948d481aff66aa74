/** Versions of models that arrive while the jobs run: what they say, where and when they apply, and which is refused. */
@NullMarked
package io.zhiwei.models.version;

import org.jspecify.annotations.NullMarked;
