/** Versions of models: what was published and decided, and how a person does so. */
@NullMarked
package io.zhiwei.console.version;

import org.jspecify.annotations.NullMarked;
