/**
 * The bench: what the pipeline costs beside the floor, how soon an alert can be found, how fast text is screened. Starts
 * servers and measured programs in JVMs of their own; nothing depends on it.
 */
@NullMarked
package io.zhiwei.deploy.bench;

import org.jspecify.annotations.NullMarked;
