/** What a model folder says: reading it, checking it against the event schema, and its immutable form. */
@NullMarked
package io.zhiwei.models.definition;

import org.jspecify.annotations.NullMarked;
