/** The normal form of Chinese text, with an offset map back to the original. Knows no model and no law. */
@NullMarked
package io.zhiwei.models.text;

import org.jspecify.annotations.NullMarked;
