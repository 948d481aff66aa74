/** The command line and the servers, the latter in integration tests with everything real. */
@NullMarked
package io.zhiwei.deploy.standalone;

import org.jspecify.annotations.NullMarked;
