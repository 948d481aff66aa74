/** Screening of normalised text with one automaton over all words, and the exceptions of the law. */
@NullMarked
package io.zhiwei.models.measure.lexicon;

import org.jspecify.annotations.NullMarked;
