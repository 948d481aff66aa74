package io.zhiwei.deploy.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhiwei.schemas.AuditEntry;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

/** Holds the searchable copy of the audit topic against the topic: whether an entry was added to it, altered or taken out. */
final class AuditIndexCheck {

    static final String INDEX = "zhiwei-audit";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 1000;

    private final Map<String, AuditEntry> expected = new HashMap<>();

    /** Takes an entry of the topic. */
    void expect(AuditEntry entry) {
        expected.put(entry.getChain() + "-" + entry.getNumber(), entry);
    }

    /** Reads the whole index and tells what differs. */
    void verify(String address, Consumer<String> problem) throws IOException {
        try (RestClient client = RestClient.builder(HttpHost.create(address)).build()) {
            client.performRequest(new Request("POST", "/" + INDEX + "/_refresh"));
            JsonNode after = null;
            JsonNode hits = page(client, after);
            while (!hits.isEmpty()) {
                for (JsonNode hit : hits) {
                    verify(hit, problem);
                    after = hit.path("sort");
                }
                hits = page(client, after);
            }
        }
        expected.keySet().stream().sorted().forEach(id -> problem.accept("the index lacks the entry " + id));
    }

    private void verify(JsonNode hit, Consumer<String> problem) throws IOException {
        String id = hit.path("_id").asText();
        AuditEntry entry = expected.remove(id);
        if (entry == null) {
            problem.accept("the index holds an entry " + id + " that is not on the topic");
        } else if (!fields(entry).equals(hit.path("_source"))) {
            problem.accept("the entry " + id + " was altered in the index");
        }
    }

    private static JsonNode fields(AuditEntry entry) throws IOException {
        ObjectNode fields = JSON.createObjectNode()
                .put("chain", entry.getChain())
                .put("number", entry.getNumber())
                .put("at", entry.getAt().toString())
                .put("who", entry.getWho())
                .put("action", entry.getAction())
                .put("object", entry.getObject())
                .put("detail", entry.getDetail())
                .put("previous", entry.getPrevious())
                .put("hash", entry.getHash());
        // Written and read, so that numbers are of the kinds that the index's answer has.
        return JSON.readTree(fields.toString());
    }

    private static JsonNode page(RestClient client, @Nullable JsonNode after) throws IOException {
        ObjectNode query = JSON.createObjectNode().put("size", PAGE);
        query.putArray("sort").add("chain").add("number");
        if (after != null) {
            query.set("search_after", after);
        }
        Request request = new Request("POST", "/" + INDEX + "/_search");
        request.setJsonEntity(query.toString());
        return JSON.readTree(client.performRequest(request).getEntity().getContent())
                .path("hits")
                .path("hits");
    }
}
