/**
 * A synthetic city: registers, honest trade with its look-alikes, and injected schemes whose truth is known. It knows the
 * contracts of the streams and the law, and no model; no model knows it.
 */
@NullMarked
package io.zhiwei.deploy.simulator;

import org.jspecify.annotations.NullMarked;
