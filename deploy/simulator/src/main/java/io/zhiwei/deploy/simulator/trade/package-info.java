/** What honest people do in a day: visits, prescriptions, stock, refrigerators, and what looks unlawful but is not. */
@NullMarked
package io.zhiwei.deploy.simulator.trade;

import org.jspecify.annotations.NullMarked;
