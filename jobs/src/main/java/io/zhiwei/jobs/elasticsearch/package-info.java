/**
 * The edge to Elasticsearch: a sink that indexes documents by id and version and treats every outcome by its kind.
 * Only the main class of a job uses it.
 */
@NullMarked
package io.zhiwei.jobs.elasticsearch;

import org.jspecify.annotations.NullMarked;
