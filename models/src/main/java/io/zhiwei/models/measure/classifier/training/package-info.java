/** Training of the classifiers from a corpus beside the model: seeded, reproducible, with its own evaluation. */
@NullMarked
package io.zhiwei.models.measure.classifier.training;

import org.jspecify.annotations.NullMarked;
