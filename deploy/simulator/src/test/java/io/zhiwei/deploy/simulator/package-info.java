/** The city as its users see it. */
@NullMarked
package io.zhiwei.deploy.simulator;

import org.jspecify.annotations.NullMarked;
