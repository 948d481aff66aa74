/** From reports to a ranked table of pairs. */
@NullMarked
package io.zhiwei.models.measure.disproportionality.ranking;

import org.jspecify.annotations.NullMarked;
