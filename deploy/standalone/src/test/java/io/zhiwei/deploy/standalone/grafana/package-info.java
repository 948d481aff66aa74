/** The dashboards of deploy/grafana, held against the mappings and against a real Elasticsearch. */
@NullMarked
package io.zhiwei.deploy.standalone.grafana;

import org.jspecify.annotations.NullMarked;
