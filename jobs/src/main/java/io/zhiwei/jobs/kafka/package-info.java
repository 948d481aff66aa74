/**
 * The edge to Kafka: topics in as {@code StreamRecord}s, alerts and dead letters out. Only the main class of a job uses
 * it.
 */
@NullMarked
package io.zhiwei.jobs.kafka;

import org.jspecify.annotations.NullMarked;
