package io.zhiwei.deploy.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhiwei.jobs.elasticsearch.AlertDocument;
import io.zhiwei.jobs.elasticsearch.DeadLetterDocument;
import io.zhiwei.jobs.elasticsearch.SignalDocument;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/**
 * A real Elasticsearch that holds the alerts of an undisturbed run, a week of an office's work later: every status occurs and
 * some are overdue; dead letters; and signals of several populations.
 */
public final class FilledIndex {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> STATUSES =
            List.of("OPEN", "CONFIRMED", "REJECTED", "CLAIMED", "TRANSFERRED", "SNOOZED", "CLOSED", "MERGED");

    private static final List<String> POPULATIONS = List.of("DRUG", "DRUG:CHILD", "DRUG/清热注射液");

    private FilledIndex() {}

    /** Fills it and returns where it and an empty Kafka listen. */
    public static Ports get() throws Exception {
        UndisturbedRun run = UndisturbedRun.get();
        Ports ports = Stores.empty().ports();
        StringBuilder lines = new StringBuilder();
        int number = 0;
        for (JsonNode document : run.documents().values()) {
            lines.append(index(AlertDocument.INDEX, document.path("_id").asText()))
                    .append(worked(document.path("_source").deepCopy(), number++))
                    .append('\n');
        }
        for (int i = 0; i < STATUSES.size(); i++) {
            lines.append(index(DeadLetterDocument.INDEX, "letter-" + i))
                    .append(letter(i))
                    .append('\n');
        }
        for (String population : POPULATIONS) {
            lines.append(index(SignalDocument.INDEX, "signal-" + population))
                    .append(signal(population))
                    .append('\n');
        }
        send(ports.elasticsearchUrl(), lines.toString());
        return ports;
    }

    private static String worked(ObjectNode alert, int number) {
        alert.put("status", STATUSES.get(number % STATUSES.size()));
        if (number % 3 == 0) {
            alert.put("dueAt", Instant.now().minus(Duration.ofDays(1)).toString());
        }
        return alert.toString();
    }

    private static String letter(int number) {
        return JSON.createObjectNode()
                .put("topic", "advertisements")
                .put("partition", 0)
                .put("offset", number)
                .put("stage", "decode")
                .put("reason", number % 2 == 0 ? "UNDECODABLE" : "TOO_LATE")
                .put("message", "a message")
                .put(
                        "refusedAt",
                        Instant.now().minus(Duration.ofMinutes(number)).toString())
                .put("size", 10 * number)
                .toString();
    }

    private static String signal(String population) {
        return JSON.createObjectNode()
                .put("population", population)
                .put("product", "清热注射液")
                .put("event", "过敏性休克")
                .put("epoch", "2026-03-03T00:00:00Z")
                .put("n", 12)
                .put("expected", 1.5)
                .put("ror", 8.25)
                .put("ror025", 4.5)
                .put("ror975", 15.1)
                .put("ic", 2.9)
                .put("ic025", 2.1)
                .put("ic975", 3.6)
                .put("ebgm", 6.5)
                .put("eb05", 3.9)
                .put("eb95", 10.2)
                .toString();
    }

    private static String index(String index, String id) {
        ObjectNode action = JSON.createObjectNode();
        action.putObject("index").put("_index", index).put("_id", id);
        return action + "\n";
    }

    private static void send(String address, String lines) throws IOException {
        try (RestClient client = RestClient.builder(HttpHost.create(address)).build()) {
            Request request = new Request("POST", "/_bulk?refresh=true");
            request.setJsonEntity(lines);
            JsonNode answer =
                    JSON.readTree(client.performRequest(request).getEntity().getContent());
            if (answer.path("errors").asBoolean()) {
                throw new IllegalStateException("not indexed: " + answer);
            }
        }
    }
}
