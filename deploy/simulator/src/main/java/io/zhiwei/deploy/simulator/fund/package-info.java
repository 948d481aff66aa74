/** Enterprises that take money: illegal fund-raising from launch to collapse, and honest firms that look like it. */
@NullMarked
package io.zhiwei.deploy.simulator.fund;

import org.jspecify.annotations.NullMarked;
