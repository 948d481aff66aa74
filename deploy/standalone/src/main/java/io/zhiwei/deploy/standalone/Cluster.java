package io.zhiwei.deploy.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.http.HttpHost;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.RestClient;

/** What the servers hold: topics, offsets, index templates, documents. */
public final class Cluster implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Consumer group of the warning job. */
    public static final String GROUP = "zhiwei-warning";

    private static final int PARTITIONS = 2;
    private static final List<String> COMPACTED_TOPICS = List.of("registry", "model-updates", "alerts");

    private final Admin admin;
    private final RestClient elasticsearch;

    /** Connects to the servers at these ports. */
    public Cluster(Ports ports) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, ports.bootstrapServers()));
        this.elasticsearch =
                RestClient.builder(HttpHost.create(ports.elasticsearchUrl())).build();
    }

    /** Creates the topics that are not there. Event time lies in the payload, so no topic loses events by their age. */
    public void createTopics() throws InterruptedException {
        List<NewTopic> topics = new ArrayList<>();
        Map<String, String> forever = Map.of("retention.ms", "-1");
        eventTopics().forEach(topic -> topics.add(topic(topic, PARTITIONS, forever)));
        COMPACTED_TOPICS.forEach(
                topic -> topics.add(topic(topic, partitions(topic), Map.of("cleanup.policy", "compact"))));
        topics.add(topic("dead-letters", 1, forever));
        topics.add(topic("model-replies", 1, forever));
        topics.add(topic("audit", 1, forever));
        for (var created : admin.createTopics(topics).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new Refusal("Kafka refuses a topic: " + e.getMessage(), e);
                }
            }
        }
    }

    /** Every stream that has a schema, but those that are compacted; and the decisions of the investigators. */
    private static List<String> eventTopics() {
        List<String> topics = new ArrayList<>(List.of("dispositions"));
        EventStream.all().forEach(stream -> topics.add(stream.topic()));
        topics.removeAll(COMPACTED_TOPICS);
        return topics;
    }

    /** The versions of a model stand on one another, so that their order counts. */
    private static int partitions(String topic) {
        return topic.equals("model-updates") ? 1 : PARTITIONS;
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("max.message.bytes", "8388608");
        return new NewTopic(name, partitions, (short) 1).configs(all);
    }

    /**
     * Puts every index template of a folder; the file's name is the template's. Indices that are there already take the fields
     * that are new: they would refuse documents that have them.
     */
    public void putTemplates(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString().replace(".json", "");
                String template = Files.readString(file);
                put("/_index_template/" + name, template);
                if (!exists("/" + name)) {
                    put("/" + name, "{}");
                }
                putMappings(JSON.readTree(template));
            }
        }
    }

    private void putMappings(JsonNode template) throws IOException {
        for (JsonNode pattern : template.path("index_patterns")) {
            put(
                    "/" + pattern.asText() + "/_mapping",
                    template.path("template").path("mappings").toString());
        }
    }

    /**
     * Offsets of a topic, summed over its partitions.
     *
     * @param end number of events that were ever in it
     * @param committed number of those that the job's last checkpoint, as far as it told Kafka, has behind it
     */
    public record Offsets(long end, long committed) {}

    /** Returns where a stream ends and how far the warning job is. */
    public Offsets offsets(EventStream stream) throws InterruptedException, ExecutionException {
        return offsets(stream, GROUP);
    }

    /** Returns where a stream ends and how far a consumer group is. */
    public Offsets offsets(EventStream stream, String group) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            latest.put(new TopicPartition(stream.topic(), partition), OffsetSpec.latest());
        }
        long end = admin.listOffsets(latest).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        long reached = latest.keySet().stream()
                .map(committed::get)
                .filter(Objects::nonNull)
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
        return new Offsets(end, reached);
    }

    /** Returns the answer to a search, JSON. */
    public String search(String index, String query) throws IOException {
        Request request = new Request("POST", "/" + index + "/_search");
        request.setJsonEntity(query);
        return body(request);
    }

    /** Makes everything that is indexed searchable. */
    public void refresh(String index) throws IOException {
        body(new Request("POST", "/" + index + "/_refresh"));
    }

    private void put(String path, String json) throws IOException {
        Request request = new Request("PUT", path);
        request.setJsonEntity(json);
        body(request);
    }

    private boolean exists(String path) throws IOException {
        return elasticsearch
                        .performRequest(new Request("HEAD", path))
                        .getStatusLine()
                        .getStatusCode()
                == 200;
    }

    private String body(Request request) throws IOException {
        Response response = elasticsearch.performRequest(request);
        return new String(response.getEntity().getContent().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        admin.close();
        elasticsearch.close();
    }
}
