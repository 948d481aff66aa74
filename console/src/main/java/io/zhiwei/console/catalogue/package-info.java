/** The warning models, as their folders say them. */
@NullMarked
package io.zhiwei.console.catalogue;

import org.jspecify.annotations.NullMarked;
