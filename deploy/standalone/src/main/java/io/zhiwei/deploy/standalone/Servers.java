package io.zhiwei.deploy.standalone;

import io.zhiwei.jobs.signal.SignalConfig;
import io.zhiwei.jobs.signal.SignalPipeline;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Kafka, Elasticsearch, the warning job and the console, each in a JVM of its own, with their data in one folder. */
public final class Servers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Each parallel instance of each stage compiles the models before it runs. */
    private static final Duration JOB_PATIENCE = Duration.ofMinutes(5);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Seconds of stillness: the page is a second behind, and a change of an alert waits up to a second. */
    private static final int STILL = 3;

    /**
     * Settings of a signal job that ends with its input: a partition that has been idle for a while ends without carrying event
     * time to its end, and the last epoch would stay open.
     */
    static final Map<String, String> SIGNALS_TO_THE_END = Map.of("--idleness", "1h", "--checkpoint-interval", "5s");

    private static final String CHECKPOINTS = "checkpoints";
    private static final String SIGNAL_CHECKPOINTS = "signal-checkpoints";
    private static final String LOG4J = "-Dlog4j2.configurationFile=";

    private final Home home;
    private final Ports ports;
    private final Path data;
    private final Haste haste;
    private final boolean fresh;
    private @Nullable ChildJvm kafka;
    private @Nullable ChildJvm elasticsearch;
    private @Nullable ChildJvm job;
    private @Nullable ChildJvm console;
    private final List<Login> logins = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> signalAnswers = new LinkedBlockingQueue<>();
    private volatile boolean signalsRun;
    private boolean closed;

    /**
     * Names servers that are not started yet.
     *
     * @param home checkout with the built modules
     * @param ports where they listen
     * @param data folder for data, checkpoints and logs
     */
    public Servers(Home home, Ports ports, Path data) {
        this(home, ports, data, Haste.FAST_WHEN_WARM);
    }

    Servers(Home home, Ports ports, Path data, Haste haste) {
        this.home = home;
        this.ports = ports;
        this.data = data;
        this.haste = haste;
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

    /** Makes the topics and the index templates that are not there. */
    public void prepareStores() throws IOException, InterruptedException {
        try (Cluster cluster = new Cluster(ports)) {
            cluster.createTopics();
            cluster.putTemplates(home.templates());
        }
    }

    /** An account of the console that was made now, with the password that is told only once. */
    public record Login(String name, String password) {}

    /** Starts the console and returns at once. */
    public void startConsole() throws IOException {
        console = launch(
                new ChildJvm.Command(
                        "console",
                        "io.zhiwei.console.Console",
                        home.classPath("console"),
                        List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC"),
                        List.of(
                                "--server.port=" + ports.console(),
                                "--zhiwei.folder=" + data.resolve("console"),
                                "--zhiwei.elasticsearch=" + ports.elasticsearchUrl(),
                                "--zhiwei.bootstrap-servers=" + ports.bootstrapServers(),
                                "--zhiwei.models=" + home.models(),
                                "--zhiwei.regions=" + home.regions(),
                                "--zhiwei.watch-input=true")),
                this::hear);
    }

    /** Waits until the console serves, and returns the accounts that it made; none where the data had them already. */
    public List<Login> awaitConsole() throws InterruptedException {
        if (console != null) {
            console.awaitReady(PATIENCE);
        }
        return List.copyOf(logins);
    }

    private void hear(String line) {
        String[] words = line.split(" ", -1);
        if (words.length == 3 && words[0].equals("LOGIN")) {
            logins.add(new Login(words[1], words[2]));
        }
    }

    /** Starts Elasticsearch, again after {@link #killElasticsearch}. */
    public void startElasticsearch() throws IOException, InterruptedException {
        launchElasticsearch();
        awaitElasticsearch();
    }

    /** Starts Kafka, again after {@link #killKafka}. */
    public void startKafka() throws IOException, InterruptedException {
        launchKafka();
        awaitKafka();
    }

    /** Starts the job and returns at once; it goes on from its newest checkpoint. More settings override those that are given here. */
    public void startJob(String... settings) throws IOException {
        launchJob(warning(settings));
    }

    /** Starts the warning job as {@link #startJob} does, and the signal job in the same JVM, with its checkpoints beside the other's. */
    public void startJobs(String... settings) throws IOException {
        startJobs(Map.of(), settings);
    }

    /** Starts both jobs, the signal job with some settings of its own. */
    public void startJobs(Map<String, String> ofSignals, String... settings) throws IOException {
        Map<String, String> warning = warning(settings);
        Map<String, String> signals = new LinkedHashMap<>();
        for (String shared : List.of("--bootstrap-servers", "--elasticsearch", "--checkpoint-interval", "--idleness")) {
            signals.put(shared, Objects.requireNonNull(warning.get(shared), shared));
        }
        Path checkpoints = Path.of(Objects.requireNonNull(warning.get("--checkpoints")));
        signals.put(
                "--checkpoints", checkpoints.resolveSibling(SIGNAL_CHECKPOINTS).toString());
        signals.put("--web-port", "0");
        signals.putAll(ofSignals);
        signalsRun = true;
        launchJob(warning, signals);
    }

    private Map<String, String> warning(String... settings) {
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
        return arguments;
    }

    private void launchJob(Map<String, String> warning) throws IOException {
        launchJob(warning, Map.of());
    }

    private void launchJob(Map<String, String> warning, Map<String, String> signals) throws IOException {
        List<String> arguments = new ArrayList<>();
        warning.forEach((key, value) -> arguments.addAll(List.of(key, value)));
        if (!signals.isEmpty()) {
            arguments.add(JobNode.SIGNALS);
            signals.forEach((key, value) -> arguments.addAll(List.of(key, value)));
        }
        job = launch(
                new ChildJvm.Command(
                        "job",
                        JobNode.class.getName(),
                        home.classPath("deploy/standalone"),
                        List.of("-Xms256m", "-Xmx2g", LOG4J + "log4j2-job.properties"),
                        arguments),
                this::hearJob);
    }

    /**
     * Waits until every task of the warning job runs, and has the signal job started then.
     *
     * @throws Refusal if the job ends or does not come
     */
    public void awaitJob() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + JOB_PATIENCE.toNanos();
        FlinkPage flink = flink();
        while (!flink.isRunning()) {
            requireAlive();
            if (System.nanoTime() > deadline) {
                throw new Refusal("The job did not run within " + JOB_PATIENCE.toSeconds() + " s. See " + logs() + ".");
            }
            Thread.sleep(POLL.toMillis());
        }
        if (signalsRun) {
            Objects.requireNonNull(job, "the job is not started").say(JobNode.START_SIGNALS);
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
        if (signalsRun) {
            if (!finishSignals(running)) {
                return false;
            }
            awaitStillness(flink);
        }
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

    /** The signals of the last epoch come when its job ends; the warning job reads them before it ends itself. */
    private boolean finishSignals(ChildJvm running) throws IOException, InterruptedException {
        awaitReportsCounted();
        signalAnswers.clear();
        running.say(JobNode.FINISH_SIGNALS);
        String answer = null;
        while (answer == null) {
            running.requireAlive();
            answer = signalAnswers.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
        }
        signalsRun = !answer.equals(JobNode.SIGNALS_FINISHED);
        return !signalsRun;
    }

    /** A job that finishes reads no more: every report must lie behind its committed offset. */
    private void awaitReportsCounted() throws InterruptedException {
        try (Cluster cluster = new Cluster(ports)) {
            EventStream reports = EventStream.ofTopic(SignalPipeline.TOPIC);
            Cluster.Offsets offsets = cluster.offsets(reports, SignalConfig.DEFAULTS.groupId());
            while (offsets.committed() < offsets.end()) {
                requireAlive();
                Thread.sleep(POLL.toMillis());
                offsets = cluster.offsets(reports, SignalConfig.DEFAULTS.groupId());
            }
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException("Kafka does not say how far the signal job has read", e);
        }
    }

    private void hearJob(String line) {
        if (line.startsWith("SIGNALS-")) {
            signalAnswers.add(line);
        }
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
        Stream.of(kafka, elasticsearch, job, console).filter(Objects::nonNull).forEach(ChildJvm::requireAlive);
    }

    /** Returns Flink's page. */
    public FlinkPage flink() {
        return new FlinkPage(URI.create(ports.webUrl()));
    }

    /** Returns whether the job runs. */
    public boolean jobIsAlive() {
        return job != null && job.isAlive();
    }

    /** Returns how much the job's heap holds after a full collection of garbage, bytes. */
    public long liveBytesOfJob() throws IOException, InterruptedException {
        return Objects.requireNonNull(job, "the job is not started").liveBytes();
    }

    /** Ends the job as kill -9 does. */
    public void killJob() {
        kill(job);
    }

    /** Ends Elasticsearch as kill -9 does. */
    public void killElasticsearch() {
        kill(elasticsearch);
    }

    /** Ends Kafka as kill -9 does. */
    public void killKafka() {
        kill(kafka);
    }

    /** Returns the folder of the log files. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** Stops everything: the job first, so that nothing complains about servers that are gone. Nothing starts afterwards. */
    @Override
    public synchronized void close() {
        closed = true;
        close(console);
        close(job);
        Stream.of(elasticsearch, kafka).filter(Objects::nonNull).forEach(ChildJvm::stop);
        close(elasticsearch);
        close(kafka);
    }

    private ChildJvm launch(ChildJvm.Command command) throws IOException {
        return launch(command, line -> {});
    }

    private synchronized ChildJvm launch(ChildJvm.Command command, Consumer<String> said) throws IOException {
        if (closed) {
            throw new IllegalStateException(command.name() + " is not started, everything is being stopped");
        }
        return ChildJvm.start(command.with(haste.options()), logs(), said);
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
