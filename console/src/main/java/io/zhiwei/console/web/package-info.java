/** What every page shares: language, layout, error pages. */
@NullMarked
package io.zhiwei.console.web;

import org.jspecify.annotations.NullMarked;
