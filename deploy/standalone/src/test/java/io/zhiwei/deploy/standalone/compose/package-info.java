/** The files of deploy/compose, held against the code that they start. */
@NullMarked
package io.zhiwei.deploy.standalone.compose;

import org.jspecify.annotations.NullMarked;
