/** The web pages of investigators, analysts and leadership. Reads alerts, appends dispositions, never writes an alert. */
@NullMarked
package io.zhiwei.console;

import org.jspecify.annotations.NullMarked;
