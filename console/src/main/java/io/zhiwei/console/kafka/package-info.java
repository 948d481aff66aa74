/** Reading topics. */
@NullMarked
package io.zhiwei.console.kafka;

import org.jspecify.annotations.NullMarked;
