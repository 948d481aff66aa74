/** The {@code zhiwei} command line: starts the servers and the job on one machine, streams events, shows alerts. */
@NullMarked
package io.zhiwei.deploy.standalone;

import org.jspecify.annotations.NullMarked;
