/** Referral trees: who brought whom, how deep and how large, kept up to date with every referral. */
@NullMarked
package io.zhiwei.models.measure.tree;

import org.jspecify.annotations.NullMarked;
