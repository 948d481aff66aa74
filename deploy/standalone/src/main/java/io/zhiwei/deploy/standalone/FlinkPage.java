package io.zhiwei.deploy.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.zhiwei.jobs.warning.Counters;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Flink's REST interface, as far as a run of one job needs it. */
public final class FlinkPage {

    /** A machine that starts everything at once answers late, and who asks goes on. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Names the page; it may not be there yet. */
    public FlinkPage(URI address) {
        this.address = address;
    }

    /** Returns whether every task of the job runs; false as long as the page does not answer. */
    public boolean isRunning() throws InterruptedException {
        try {
            JsonNode tasks = job().path("tasks");
            return tasks.path("total").asInt() > 0
                    && tasks.path("running").asInt() == tasks.path("total").asInt();
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns whether the job, since its process started, has ever failed and begun again. */
    public boolean hasRestarted() throws IOException, InterruptedException {
        JsonNode job = get("/jobs/" + jobId());
        return job.path("timestamps").path("RESTARTING").asLong() > 0
                || job.path("timestamps").path("FAILING").asLong() > 0;
    }

    /** Returns how many messages of a topic the job has read since it was started, as far as its page knows by now. */
    public long eventsRead(String topic) throws IOException, InterruptedException {
        String job = jobId();
        for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
            if (vertex.path("name").asText().startsWith("Source: Read " + topic)) {
                String counter = "Decode_" + topic + "." + Counters.EVENTS;
                return get("/jobs/" + job + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics?agg=sum&get="
                                + counter)
                        .path(0)
                        .path("sum")
                        .asLong();
            }
        }
        return 0;
    }

    /**
     * Returns how many messages of all topics that come from outside the job has read since it was started, as far as its page
     * knows by now.
     */
    public long eventsRead() throws IOException, InterruptedException {
        String job = jobId();
        long read = 0;
        for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
            if (isFromOutside(vertex.path("name").asText())) {
                read += get("/jobs/" + job + "/vertices/" + vertex.path("id").asText()
                                + "/subtasks/metrics?agg=sum&get=" + vertexSource(vertex) + ".numRecordsOut")
                        .path(0)
                        .path("sum")
                        .asLong();
            }
        }
        return read;
    }

    private static boolean isFromOutside(String vertex) {
        return vertex.startsWith("Source: Read ")
                && EventStream.all().stream()
                        .noneMatch(stream -> stream.derived() && vertex.startsWith("Source: Read " + stream.topic()));
    }

    /** Returns the size of the newest complete checkpoint, bytes; 0 where there is none. */
    public long checkpointBytes() throws IOException, InterruptedException {
        return get("/jobs/" + jobId() + "/checkpoints")
                .path("latest")
                .path("completed")
                .path("state_size")
                .asLong();
    }

    /** Returns how many records the tasks of the job have read in all, as far as its page knows by now. */
    long recordsMoved() throws IOException, InterruptedException {
        long moved = 0;
        for (JsonNode vertex : get("/jobs/" + jobId()).path("vertices")) {
            moved += vertex.path("metrics").path("read-records").asLong();
        }
        return moved;
    }

    /** Where nothing is chained to a source, its topic ends the name of the vertex. */
    private static String vertexSource(JsonNode vertex) {
        String rest = vertex.path("name").asText().substring("Source: Read ".length());
        return "Source__Read_" + rest.split(" ", 2)[0];
    }

    /**
     * Lets the job finish: no more is read, what is under way is delivered to its end, then the job is over.
     *
     * @param savepoints folder for the savepoint that Flink makes of it
     * @return the request by which {@link #refused} asks
     */
    public String finish(Path savepoints) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(JsonNodeFactory.instance
                .objectNode()
                .put("drain", true)
                .put("targetDirectory", "file://" + savepoints.toAbsolutePath()));
        return exchange(request("/jobs/" + jobId() + "/stop")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .path("request-id")
                .asText();
    }

    /** Returns why the job could not finish; empty as long as it may, and while the page goes away because it has. */
    public Optional<String> refused(String finishRequest) throws InterruptedException {
        try {
            JsonNode cause = get("/jobs/" + jobId() + "/savepoints/" + finishRequest)
                    .path("operation")
                    .path("failure-cause");
            return Optional.of(cause.path("class").asText()).filter(reason -> !reason.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String jobId() throws IOException, InterruptedException {
        return job().path("jid").asText();
    }

    private JsonNode job() throws IOException, InterruptedException {
        JsonNode job = get("/jobs/overview").path("jobs").path(0);
        if (job.isMissingNode()) {
            throw new IOException("Flink at " + address + " runs no job");
        }
        return job;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return exchange(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    }

    private JsonNode exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() >= 400) {
            throw new IOException("Flink answers " + response.statusCode() + " to "
                    + response.request().uri());
        }
        return JSON.readTree(response.body());
    }
}
