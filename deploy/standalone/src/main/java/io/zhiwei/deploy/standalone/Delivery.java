package io.zhiwei.deploy.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhiwei.jobs.elasticsearch.AlertDocument;
import io.zhiwei.jobs.elasticsearch.DeadLetterDocument;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.DeadLetter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the index holds what the topics hold: each document searchable, in the same version. */
final class Delivery {

    private static final int AT_ONCE = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cluster cluster;

    Delivery(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Returns the alerts that a search does not find in their revision. */
    List<String> missing(List<Alert> alerts) throws IOException {
        Map<String, Long> expected = new LinkedHashMap<>();
        alerts.forEach(alert -> expected.put(alert.getAlertId(), alert.getRevision()));
        return missing(AlertDocument.INDEX, expected);
    }

    /** Returns the dead letters that a search does not find; those of documents that the index refused are not in it. */
    List<String> missingLetters(List<DeadLetter> letters) throws IOException {
        Map<String, Long> expected = new LinkedHashMap<>();
        letters.stream()
                .filter(letter -> letter.getOffset() >= 0)
                .forEach(letter -> expected.put(DeadLetterDocument.id(letter), 1L));
        return missing(DeadLetterDocument.INDEX, expected);
    }

    private List<String> missing(String index, Map<String, Long> expected) throws IOException {
        cluster.refresh(index);
        List<String> ids = List.copyOf(expected.keySet());
        Map<String, Long> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            found.putAll(versions(index, ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
        }
        List<String> missing = new ArrayList<>();
        expected.forEach((id, version) -> {
            if (!version.equals(found.get(id))) {
                missing.add(index + " " + id + " version " + version + ", found " + found.get(id));
            }
        });
        return missing;
    }

    private Map<String, Long> versions(String index, List<String> ids) throws IOException {
        ObjectNode query = JSON.createObjectNode();
        query.put("size", ids.size()).put("version", true).put("_source", false);
        ArrayNode values = query.putObject("query").putObject("ids").putArray("values");
        ids.forEach(values::add);
        Map<String, Long> versions = new HashMap<>();
        for (JsonNode hit : JSON.readTree(cluster.search(index, query.toString()))
                .path("hits")
                .path("hits")) {
            versions.put(hit.path("_id").asText(), hit.path("_version").asLong());
        }
        return versions;
    }
}
