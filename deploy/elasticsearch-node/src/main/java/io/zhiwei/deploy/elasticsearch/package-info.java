/** One real Elasticsearch node in a JVM of its own. Nothing compiles against this module; it is started as a process. */
@NullMarked
package io.zhiwei.deploy.elasticsearch;

import org.jspecify.annotations.NullMarked;
