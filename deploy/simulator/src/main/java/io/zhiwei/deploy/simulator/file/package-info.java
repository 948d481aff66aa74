/** Files of a simulated city: one a topic in Avro's JSON encoding, and the truth. */
@NullMarked
package io.zhiwei.deploy.simulator.file;

import org.jspecify.annotations.NullMarked;
