/** A referral tree of a million members: how fast it grows, what it holds. */
@NullMarked
package io.zhiwei.deploy.bench.tree;

import org.jspecify.annotations.NullMarked;
