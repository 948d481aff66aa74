/** One real Kafka broker in a JVM of its own. Nothing compiles against this module; it is started as a process. */
@NullMarked
package io.zhiwei.deploy.kafka;

import org.jspecify.annotations.NullMarked;
