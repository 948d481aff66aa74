/** A synthetic city: events in the order of their arrival, with what is true of them. Depends on the contracts only, never on the models. */
@NullMarked
package io.zhiwei.deploy.simulator;

import org.jspecify.annotations.NullMarked;
