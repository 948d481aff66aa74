/** What violators do, each kind of violation once, named by the indicator that it is about. */
@NullMarked
package io.zhiwei.deploy.simulator.scheme;

import org.jspecify.annotations.NullMarked;
