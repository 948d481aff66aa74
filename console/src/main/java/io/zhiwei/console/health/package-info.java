/** Whether the servers behind the pages answer. */
@NullMarked
package io.zhiwei.console.health;

import org.jspecify.annotations.NullMarked;
