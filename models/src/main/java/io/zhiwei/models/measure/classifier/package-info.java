/** Learned text scores with their strongest n-grams as evidence, trained reproducibly. */
@NullMarked
package io.zhiwei.models.measure.classifier;

import org.jspecify.annotations.NullMarked;
