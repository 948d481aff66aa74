package io.zhiwei.deploy.standalone.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.deploy.standalone.FilledIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.http.HttpHost;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NStringEntity;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every query of every panel, as Grafana sends it, against a real Elasticsearch with the alerts of a run. Grafana itself does
 * not run here: this proves that the queries answer with data, not that panels are drawn.
 */
class GrafanaPanelsITCase {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> ALL = Map.of("model", "*", "level", "*");

    @org.jspecify.annotations.Nullable
    private static RestClient elasticsearch;

    @BeforeAll
    static void fill() throws Exception {
        elasticsearch = RestClient.builder(HttpHost.create(FilledIndex.get().elasticsearchUrl()))
                .build();
    }

    @AfterAll
    static void close() throws IOException {
        if (elasticsearch != null) {
            elasticsearch.close();
        }
    }

    @Test
    void everyPanelHasData() throws IOException {
        assertAllHaveData(ALL);
    }

    @Test
    void everyPanelHasDataForOneModel() throws IOException {
        // As Grafana writes chosen values of a variable.
        assertAllHaveData(
                Map.of("model", "(\"medical-ads\")", "level", "(\"RED\" OR \"ORANGE\" OR \"YELLOW\" OR \"BLUE\")"));
    }

    @Test
    void aModelThatIsNotThereHasNone() throws IOException {
        List<Dashboard.Target> filtered = Dashboard.all().stream()
                .flatMap(dashboard -> dashboard.targets().stream())
                .filter(target -> target.json().path("query").asText().contains("$model"))
                .toList();

        List<JsonNode> answers = answers(filtered, query(Map.of("model", "(\"none\")", "level", "*")));

        assertThat(filtered).isNotEmpty();
        assertThat(answers).allSatisfy(answer -> assertThat(hits(answer)).isZero());
    }

    @Test
    void everyVariableHasValues() throws IOException {
        List<JsonNode> variables = Dashboard.all().stream()
                .flatMap(dashboard -> dashboard.variables().stream())
                .toList();
        StringBuilder lines = new StringBuilder();
        variables.forEach(variable -> lines.append(query(ALL).lines(variable)));

        assertThat(variables).isNotEmpty();
        assertThat(send(lines.toString()))
                .hasSameSizeAs(variables)
                .allSatisfy(answer ->
                        assertThat(answer.at("/aggregations/1/buckets")).isNotEmpty());
    }

    private static void assertAllHaveData(Map<String, String> variables) throws IOException {
        for (Dashboard dashboard : Dashboard.all()) {
            List<Dashboard.Target> targets = dashboard.targets();
            List<JsonNode> answers = answers(targets, query(variables));
            for (int i = 0; i < targets.size(); i++) {
                assertThat(answers.get(i).path("error").toString())
                        .as(targets.get(i).toString())
                        .isEmpty();
                assertThat(hits(answers.get(i))).as(targets.get(i).toString()).isPositive();
                assertAnswersEveryBucket(targets.get(i), answers.get(i));
            }
        }
    }

    /** Hits alone do not tell that the aggregated field holds anything. */
    private static void assertAnswersEveryBucket(Dashboard.Target target, JsonNode answer) {
        JsonNode at = answer.path("aggregations");
        for (JsonNode bucket : target.json().path("bucketAggs")) {
            JsonNode buckets = at.path(bucket.path("id").asText()).path("buckets");
            assertThat(buckets).as("%s by %s", target, bucket.path("field")).isNotEmpty();
            at = fullest(buckets);
        }
        for (JsonNode metric : target.json().path("metrics")) {
            if (metric.has("field")) {
                assertThat(at.path(metric.path("id").asText()).path("value").isNumber())
                        .as("%s %s", target, metric.path("field"))
                        .isTrue();
            }
        }
    }

    private static JsonNode fullest(JsonNode buckets) {
        JsonNode best = buckets.elements().next();
        for (JsonNode bucket : buckets) {
            best = bucket.path("doc_count").asLong() > best.path("doc_count").asLong() ? bucket : best;
        }
        return best;
    }

    private static long hits(JsonNode answer) {
        return answer.at("/hits/total/value").asLong();
    }

    private static GrafanaQuery query(Map<String, String> variables) {
        Instant now = Instant.now();
        return new GrafanaQuery(now.minus(Duration.ofHours(24)), now.plus(Duration.ofHours(1)), variables);
    }

    private static List<JsonNode> answers(List<Dashboard.Target> targets, GrafanaQuery query) throws IOException {
        StringBuilder lines = new StringBuilder();
        targets.forEach(target -> lines.append(query.lines(target)));
        return send(lines.toString());
    }

    private static List<JsonNode> send(String lines) throws IOException {
        Request request = new Request("POST", "/_msearch");
        request.setEntity(new NStringEntity(lines, ContentType.create("application/x-ndjson", StandardCharsets.UTF_8)));
        RestClient client = java.util.Objects.requireNonNull(elasticsearch);
        JsonNode answer =
                JSON.readTree(client.performRequest(request).getEntity().getContent());
        List<JsonNode> answers = new ArrayList<>();
        answer.path("responses").forEach(answers::add);
        return answers;
    }
}
