package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The script that prepares the containers' Elasticsearch, before a real one whose index of alerts is older than the template. */
class TemplatesScriptITCase {

    private static final Path HOME = Path.of(System.getProperty("zhiwei.home"));
    private static final String INDEX = "zhiwei-alerts";

    private String elasticsearch = "";
    private ObjectNode properties = new ObjectMapper().createObjectNode();

    @BeforeEach
    void readTheTemplate() throws Exception {
        elasticsearch = Stores.empty().ports().elasticsearchUrl();
        JsonNode template = new ObjectMapper()
                .readTree(
                        HOME.resolve("deploy/elasticsearch/" + INDEX + ".json").toFile());
        properties = (ObjectNode) template.at("/template/mappings/properties");
    }

    @Test
    void anOldIndexTakesTheNewFieldsAndKeepsItsDocuments() throws Exception {
        ObjectNode old = properties.deepCopy();
        old.remove("transferredTo");
        indexOf(old);
        send("PUT", "/" + INDEX + "/_doc/1?refresh=true", "{\"alertId\":\"1\"}");

        assertThat(script().code()).isZero();
        assertThat(script().code()).as("again").isZero();

        assertThat(mapping().at("/transferredTo/type").asText()).isEqualTo("keyword");
        send("PUT", "/" + INDEX + "/_doc/2?refresh=true", "{\"alertId\":\"2\",\"transferredTo\":[\"公安机关\"]}");
        assertThat(send("GET", "/" + INDEX + "/_count", null).path("count").asInt())
                .isEqualTo(2);
    }

    @Test
    void anIndexThatIsNotThereIsMade() throws Exception {
        send("DELETE", "/" + INDEX, null);

        assertThat(script().code()).isZero();

        assertThat(mapping()).isEqualTo(properties);
    }

    @Test
    void aFieldOfAnotherTypeIsRefusedWithTheReason() throws Exception {
        ObjectNode other = properties.deepCopy();
        other.putObject("leadAgency").put("type", "text");
        indexOf(other);

        Ended ended = script();

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .contains("Elasticsearch refuses zhiwei-alerts*/_mapping", "[leadAgency] cannot be changed")
                .contains("zhiwei-signals*/_mapping: {\"acknowledged\":true}");
        assertThat(mapping().at("/leadAgency/type").asText()).isEqualTo("text");
    }

    private record Ended(int code, String said) {}

    private Ended script() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "bash",
                        HOME.resolve("deploy/compose/templates.sh").toString(),
                        elasticsearch,
                        HOME.resolve("deploy/elasticsearch").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** Makes the index anew, as an older release had it. */
    private void indexOf(ObjectNode fields) throws IOException {
        send("DELETE", "/" + INDEX, null);
        send("DELETE", "/_index_template/" + INDEX, null);
        ObjectNode body = new ObjectMapper().createObjectNode();
        body.putObject("mappings").put("dynamic", "strict").set("properties", fields);
        body.putObject("settings")
                .putObject("analysis")
                .putObject("analyzer")
                .putObject("zh")
                .put("type", "cjk");
        send("PUT", "/" + INDEX, body.toString());
    }

    private JsonNode mapping() throws IOException {
        return send("GET", "/" + INDEX + "/_mapping", null).path(INDEX).at("/mappings/properties");
    }

    private JsonNode send(String method, String path, @Nullable String body) throws IOException {
        Request request = new Request(method, path);
        if (body != null) {
            request.setJsonEntity(body);
        }
        try (RestClient client =
                RestClient.builder(HttpHost.create(elasticsearch)).build()) {
            return new ObjectMapper()
                    .readTree(client.performRequest(request).getEntity().getContent());
        }
    }
}
