/**
 * What travels between the operators of a job, with its own serializers: raw records, decoded events, Avro messages,
 * refusals. Knows neither Kafka nor Elasticsearch nor a model.
 */
@NullMarked
package io.zhiwei.jobs.stream;

import org.jspecify.annotations.NullMarked;
