/** Fakes and sample data shared by the tests of the jobs. */
@NullMarked
package io.zhiwei.jobs.testing;

import org.jspecify.annotations.NullMarked;
