/** Who may open what: accounts, roles, login. */
@NullMarked
package io.zhiwei.console.security;

import org.jspecify.annotations.NullMarked;
