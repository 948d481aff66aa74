package io.zhiwei.deploy.simulator.reaction;

import io.zhiwei.deploy.simulator.Mark;
import io.zhiwei.schemas.Seriousness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A case as it is first told.
 *
 * @param id identifier of the report
 * @param product the suspected product
 * @param batch its batch, empty where nobody noted it
 * @param reactions what happened
 * @param grounds why it is serious, empty where it is not
 * @param reporter who tells it
 * @param received when the centre receives it
 * @param delay from the moment when the reporter knew
 * @param mark what is true of it
 */
record Suspicion(
        String id,
        Product product,
        String batch,
        List<Reaction> reactions,
        List<Seriousness> grounds,
        Reporter reporter,
        Instant received,
        Duration delay,
        Mark mark) {

    boolean isDeath() {
        return grounds.contains(Seriousness.DEATH);
    }
}
