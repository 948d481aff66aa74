/** Who and what there is in the city: places, products, people, institutions, and their registry records. Knows nothing of schemes. */
@NullMarked
package io.zhiwei.deploy.simulator.city;

import org.jspecify.annotations.NullMarked;
