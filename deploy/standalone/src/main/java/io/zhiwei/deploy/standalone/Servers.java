package io.zhiwei.deploy.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Kafka, Elasticsearch and the warning job, each in a JVM of its own, with their data in one folder. */
public final class Servers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Seconds of stillness: the page is a second behind, and a change of an alert waits up to a second. */
    private static final int STILL = 3;

    private static final String CHECKPOINTS = "checkpoints";
    private static final String LOG4J = "-Dlog4j2.configurationFile=";

    private final Home home;
    private final Ports ports;
    private final Path data;
    private final boolean fresh;
    private @Nullable ChildJvm kafka;
    private @Nullable ChildJvm elasticsearch;
    private @Nullable ChildJvm job;
    private boolean closed;

    /**
     * Names servers that are not started yet.
     *
     * @param home checkout with the built modules
     * @param ports where they listen
     * @param data folder for data, checkpoints and logs
     */
    public Servers(Home home, Ports ports, Path data) {
        this.home = home;
        this.ports = ports;
        this.data = data;
        this.fresh = !Files.exists(data.resolve(CHECKPOINTS));
    }

    /** Returns whether no job has run on these data before. */
    public boolean areFresh() {
        return fresh;
    }

    /** Starts both servers at the same time and waits until they serve. */
    public void startStores() throws IOException, InterruptedException {
        launchKafka();
        launchElasticsearch();
        awaitKafka();
        awaitElasticsearch();
    }

    /** Starts Elasticsearch, again after {@link #killElasticsearch}. */
    public void startElasticsearch() throws IOException, InterruptedException {
        launchElasticsearch();
        awaitElasticsearch();
    }

    /** Starts the job and returns at once; it goes on from its newest checkpoint. More settings override those that are given here. */
    public void startJob(String... settings) throws IOException {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("--bootstrap-servers", ports.bootstrapServers());
        arguments.put("--elasticsearch", ports.elasticsearchUrl());
        arguments.put("--models", home.models().toString());
        arguments.put("--regions", home.regions().toString());
        arguments.put("--checkpoints", data.resolve(CHECKPOINTS).toString());
        arguments.put("--checkpoint-interval", "10s");
        arguments.put("--idleness", "2s");
        arguments.put("--web-port", Integer.toString(ports.web()));
        for (int i = 0; i < settings.length; i += 2) {
            arguments.put(settings[i], settings[i + 1]);
        }
        job = launch(new ChildJvm.Command(
                "job",
                JobNode.class.getName(),
                home.classPath("deploy/standalone"),
                List.of("-Xms256m", "-Xmx2g", LOG4J + "log4j2-job.properties"),
                arguments.entrySet().stream()
                        .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue()))
                        .toList()));
    }

    /**
     * Waits until every task of the job runs.
     *
     * @throws Refusal if the job ends or does not come
     */
    public void awaitJob() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        FlinkPage flink = flink();
        while (!flink.isRunning()) {
            requireAlive();
            if (System.nanoTime() > deadline) {
                throw new Refusal("The job did not run within " + PATIENCE.toSeconds() + " s. See " + logs() + ".");
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /**
     * Lets the job deliver everything that it has read, however long that takes, and end.
     *
     * @return whether it ended; false where it could not make the savepoint, and goes on
     * @throws Refusal if it ends otherwise
     */
    public boolean finishJob() throws IOException, InterruptedException {
        ChildJvm running = Objects.requireNonNull(job, "the job is not started");
        FlinkPage flink = flink();
        awaitStillness(flink);
        String request = flink.finish(data.resolve("savepoints"));
        while (!running.awaitEnd(POLL)) {
            if (flink.refused(request).isPresent()) {
                return false;
            }
        }
        if (running.exitCode() != 0) {
            running.requireAlive();
        }
        return true;
    }

    /**
     * Waits until nothing moves any more between the tasks. A source that has been idle for a while ends without carrying event
     * time to its end, so what an alert still gathers must have been delivered by then.
     */
    private void awaitStillness(FlinkPage flink) throws InterruptedException {
        long moved = -1;
        for (int still = 0; still < STILL; ) {
            requireAlive();
            long now = moved;
            try {
                now = flink.recordsMoved();
            } catch (IOException e) {
                // A busy page: ask again.
                still = 0;
            }
            still = now == moved ? still + 1 : 0;
            moved = now;
            Thread.sleep(SECOND.toMillis());
        }
    }

    /**
     * Does nothing as long as everything that was started runs.
     *
     * @throws Refusal that names what does not, with its last words
     */
    public void requireAlive() {
        Stream.of(kafka, elasticsearch, job).filter(Objects::nonNull).forEach(ChildJvm::requireAlive);
    }

    /** Returns Flink's page. */
    public FlinkPage flink() {
        return new FlinkPage(URI.create(ports.webUrl()));
    }

    /** Returns whether the job runs. */
    public boolean jobIsAlive() {
        return job != null && job.isAlive();
    }

    /** Ends the job as kill -9 does. */
    public void killJob() {
        kill(job);
    }

    /** Ends Elasticsearch as kill -9 does. */
    public void killElasticsearch() {
        kill(elasticsearch);
    }

    /** Returns the folder of the log files. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** Stops everything: the job first, so that nothing complains about servers that are gone. Nothing starts afterwards. */
    @Override
    public synchronized void close() {
        closed = true;
        close(job);
        Stream.of(elasticsearch, kafka).filter(Objects::nonNull).forEach(ChildJvm::stop);
        close(elasticsearch);
        close(kafka);
    }

    private synchronized ChildJvm launch(ChildJvm.Command command) throws IOException {
        if (closed) {
            throw new IllegalStateException(command.name() + " is not started, everything is being stopped");
        }
        return ChildJvm.start(command, logs());
    }

    private void launchKafka() throws IOException {
        kafka = launch(new ChildJvm.Command(
                "kafka",
                "io.zhiwei.deploy.kafka.KafkaNode",
                home.classPath("deploy/kafka-node"),
                List.of("-Xms256m", "-Xmx512m"),
                List.of(
                        data.resolve("kafka").toString(),
                        Integer.toString(ports.kafka()),
                        Integer.toString(ports.controller()))));
    }

    private void launchElasticsearch() throws IOException {
        elasticsearch = launch(new ChildJvm.Command(
                "elasticsearch",
                "io.zhiwei.deploy.elasticsearch.ElasticsearchNode",
                home.classPath("deploy/elasticsearch-node"),
                List.of("-Xms512m", "-Xmx512m"),
                List.of(data.resolve("elasticsearch").toString(), Integer.toString(ports.elasticsearch()))));
    }

    private void awaitKafka() throws InterruptedException {
        if (kafka != null) {
            kafka.awaitReady(PATIENCE);
        }
    }

    private void awaitElasticsearch() throws InterruptedException {
        if (elasticsearch != null) {
            elasticsearch.awaitReady(PATIENCE);
        }
    }

    private static void kill(@Nullable ChildJvm child) {
        if (child != null) {
            child.kill();
        }
    }

    private static void close(@Nullable ChildJvm child) {
        if (child != null) {
            child.close();
        }
    }
}
