/** The files of a city. */
@NullMarked
package io.zhiwei.deploy.simulator.file;

import org.jspecify.annotations.NullMarked;
