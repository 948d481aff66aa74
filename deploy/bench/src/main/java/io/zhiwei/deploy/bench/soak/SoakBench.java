package io.zhiwei.deploy.bench.soak;

import io.zhiwei.deploy.bench.Plan;
import io.zhiwei.deploy.bench.keyed.KeyedPlan;
import io.zhiwei.deploy.bench.keyed.ModelSelection;
import io.zhiwei.deploy.bench.soak.SoakFigures.Kept;
import io.zhiwei.deploy.simulator.Family;
import io.zhiwei.deploy.simulator.Happening;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.deploy.simulator.Simulation;
import io.zhiwei.deploy.standalone.CitySenders;
import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.deploy.standalone.Ports;
import io.zhiwei.deploy.standalone.Servers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lets the days of a simulated city go by, one after the other, through the job as {@code ./zhiwei run} starts it, and looks how much it
 * keeps.
 */
public final class SoakBench {

    private static final int LOOKS = 30;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final double MEGABYTE = 1 << 20;

    private final Plan plan;
    private final KeyedPlan keyed;
    private final Consumer<String> progress;

    /** Plans the measurement; what goes on is told to the consumer. */
    public SoakBench(Plan plan, KeyedPlan keyed, Consumer<String> progress) {
        this.plan = plan;
        this.keyed = keyed;
        this.progress = progress;
    }

    /** Returns the figures. */
    public SoakFigures run() throws IOException, InterruptedException {
        Ports ports = Ports.free();
        Home home = ModelSelection.of(plan.home(), plan.folder().resolve("home-soak"), keyed.models());
        try (Servers servers = new Servers(home, ports, plan.folder().resolve("soak"))) {
            progress.accept("soak: starting Kafka, Elasticsearch and the job");
            servers.startStores();
            servers.prepareStores();
            servers.startJob(KeyedPlan.LATE_ON_DISK.toArray(String[]::new));
            servers.awaitJob();
            return soak(servers, home, ports);
        }
    }

    private SoakFigures soak(Servers servers, Home home, Ports ports) throws IOException, InterruptedException {
        Simulation city = Simulation.of(
                Settings.of(keyed.days(), Plan.SEED, keyed.scale()), Family.of(Set.copyOf(keyed.models())));
        int between = Math.max(1, keyed.days() / LOOKS);
        List<Kept> kept = new ArrayList<>();
        long sent = 0;
        try (CitySenders senders = new CitySenders(ports.bootstrapServers())) {
            for (int day = 1; day <= keyed.days(); day++) {
                sent += send(city, day, home.topics(), senders);
                await(servers, sent);
                if (day % between == 0) {
                    kept.add(look(day, servers));
                }
            }
        }
        return new SoakFigures(keyed.scale(), keyed.models(), sent, kept);
    }

    private static long send(Simulation city, int day, Set<String> topics, CitySenders senders) {
        long sent = 0;
        while (city.hasNext() && city.daysLived() <= day) {
            Happening happening = city.next();
            if (topics.contains(happening.stream().topic())) {
                senders.send(happening);
                sent++;
            }
        }
        senders.flush();
        return sent;
    }

    private static void await(Servers servers, long sent) throws IOException, InterruptedException {
        while (servers.flink().eventsRead() < sent) {
            servers.requireAlive();
            Thread.sleep(POLL.toMillis());
        }
    }

    private Kept look(int day, Servers servers) throws IOException, InterruptedException {
        Kept kept = new Kept(
                day, servers.liveBytesOfJob() / MEGABYTE, servers.flink().checkpointBytes() / MEGABYTE);
        progress.accept(String.format(
                "soak: day %d of %d, %.0f MB live, checkpoint %.0f MB",
                day, keyed.days(), kept.liveMegabytes(), kept.checkpointMegabytes()));
        return kept;
    }
}
