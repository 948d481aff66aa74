/** Reports of suspected adverse reactions as the centre of a province receives them, with the harm that is behind some. */
@NullMarked
package io.zhiwei.deploy.simulator.reaction;

import org.jspecify.annotations.NullMarked;
