/** Labelled cases: precision, recall and each wrong case with its reason. */
@NullMarked
package io.zhiwei.models.trial;

import org.jspecify.annotations.NullMarked;
