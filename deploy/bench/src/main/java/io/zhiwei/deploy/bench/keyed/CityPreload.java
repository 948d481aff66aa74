package io.zhiwei.deploy.bench.keyed;

import io.zhiwei.deploy.simulator.Family;
import io.zhiwei.deploy.simulator.Happening;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.Simulation;
import io.zhiwei.deploy.standalone.CitySenders;
import io.zhiwei.models.definition.Feed;
import java.util.Set;
import java.util.function.Consumer;

/** Fills the topics with the days of a simulated city. */
final class CityPreload {

    private static final long SHOWN_EVERY = 500_000;

    private final Settings settings;
    private final Set<Family> families;
    private final Set<String> topics;
    private final Consumer<String> progress;

    /**
     * Prepares it.
     *
     * @param families parts of its life that are simulated
     * @param topics streams that some model reads; others stay away
     */
    CityPreload(Settings settings, Set<Family> families, Set<String> topics, Consumer<String> progress) {
        this.settings = settings;
        this.families = families;
        this.topics = topics;
        this.progress = progress;
    }

    /** Sends everything and returns how many events there are, records of the registry aside. */
    long into(String bootstrapServers) {
        Simulation city = Simulation.of(settings, families);
        long events = 0;
        try (CitySenders senders = new CitySenders(bootstrapServers)) {
            while (city.hasNext()) {
                Happening happening = city.next();
                String topic = happening.stream().topic();
                if (topics.contains(topic)) {
                    senders.send(happening);
                    events += topic.equals(Feed.REGISTRY) ? 0 : 1;
                    if (events % SHOWN_EVERY == SHOWN_EVERY - 1) {
                        progress.accept("preloaded day " + city.daysLived() + " of " + settings.days());
                    }
                }
            }
            senders.flush();
        }
        return events;
    }
}
