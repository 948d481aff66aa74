/** Registry records: dated facts about entities, joined to events as of the event's time. */
@NullMarked
package io.zhiwei.models.registry;

import org.jspecify.annotations.NullMarked;
