/**
 * The warning job: events in, alerts out. {@code WarningPipeline} is the whole graph; each stage is one class; only
 * {@code WarningJob} knows Kafka and Elasticsearch.
 */
@NullMarked
package io.zhiwei.jobs.warning;

import org.jspecify.annotations.NullMarked;
