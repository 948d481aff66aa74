/**
 * The signal job: reports of adverse reactions in, measures of product-event pairs out, at the end of every epoch equal to
 * those of a batch over everything received until then. Knows neither Kafka nor Elasticsearch, except in its main class.
 */
@NullMarked
package io.zhiwei.jobs.signal;

import org.jspecify.annotations.NullMarked;
