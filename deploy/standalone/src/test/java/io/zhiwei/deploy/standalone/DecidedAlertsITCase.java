package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zhiwei.console.alert.AlertIndex;
import io.zhiwei.console.alert.AlertQuery;
import io.zhiwei.console.alert.AlertView;
import io.zhiwei.console.alert.ElasticsearchAlerts;
import io.zhiwei.console.alert.Scope;
import io.zhiwei.console.audit.AuditCheck;
import io.zhiwei.console.audit.AuditCursor;
import io.zhiwei.console.audit.AuditIndex;
import io.zhiwei.console.audit.AuditPage;
import io.zhiwei.console.audit.AuditQuery;
import io.zhiwei.console.audit.ElasticsearchAudit;
import io.zhiwei.console.audit.KafkaAuditCheck;
import io.zhiwei.jobs.elasticsearch.AlertDocument;
import io.zhiwei.schemas.AuditChain;
import io.zhiwei.schemas.AuditEntry;
import io.zhiwei.schemas.SingleObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.http.HttpHost;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people decide in the console beside a real job, Kafka and Elasticsearch, and what becomes of it. */
class DecidedAlertsITCase {

    private static final String MODEL = "/models/medical-ads";
    private static final AuditQuery ANYTHING = new AuditQuery(null, null, null, null, null);
    private static final AlertQuery TRANSFERRED =
            new AlertQuery(null, null, null, null, null, "TRANSFERRED", null, null, null, null, null);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void decisionsReachAlertsAndModelsAndAreOnRecord() throws Exception {
        try (Stand stand = Stand.start(folder)) {
            stand.startJob();
            stream(stand);
            try (Servers console = new Servers(Home.find(), stand.ports(), folder)) {
                console.startConsole();
                Map<String, String> passwords = console.awaitConsole().stream()
                        .collect(Collectors.toMap(Servers.Login::name, Servers.Login::password));

                Visitor investigator = person(stand, passwords, "investigator");
                confirmAnAlert(stand, investigator);
                transferAnAlert(stand, investigator);
                changeAThreshold(person(stand, passwords, "analyst"), person(stand, passwords, "approver"));
                assertThat(CommandLineOutput.of(
                                        "models", "history", "medical-ads", "--brokers", stand.bootstrapServers())
                                .out())
                        .containsPattern("SHADOW +submitted for ACTIVE by analyst, at .*: 影子运行良好")
                        .containsPattern("ACTIVE +by analyst, approved by approver");
                await().atMost(Stand.PATIENCE).until(() -> verified(stand).err().isEmpty());
            }
            // Three logins; of each of two alerts the page before and after, and the decision; the threshold, its
            // submission, the approval.
            assertThat(verified(stand).out()).contains(": 12 entries", "Nothing was altered");
            assertThatTheRecordIsFoundPageByPage(stand);
            assertThatWhatIsForgedOnTheTopicIsFound(stand);
            assertThatWhatIsAlteredInTheIndexIsFound(stand);
        }
    }

    private static void assertThatTheRecordIsFoundPageByPage(Stand stand) throws Exception {
        try (RestClientTransport transport = transport(stand)) {
            AuditIndex record = new ElasticsearchAudit(new ElasticsearchClient(transport), 5);
            List<Long> numbers = new ArrayList<>();
            AuditPage page = record.list(ANYTHING, null);
            page.entries().forEach(entry -> numbers.add(entry.number()));
            while (page.next() != null) {
                page = record.list(
                        ANYTHING, AuditCursor.parse(page.next().toString()).orElseThrow());
                assertThat(page.matching()).isEqualTo(12);
                page.entries().forEach(entry -> numbers.add(entry.number()));
            }

            assertThat(numbers)
                    .as("each once, newest first")
                    .containsExactly(12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
            assertThat(record.people()).containsExactly("analyst", "approver", "investigator");
            assertThat(record.actions()).contains("LOGIN", "POST /alerts/{id}/dispositions");
            assertThat(record.list(new AuditQuery("approver", "LOGIN", null, null, null), null)
                            .matching())
                    .isEqualTo(1);
            assertThat(record.list(new AuditQuery(null, null, null, null, "涉嫌犯罪"), null)
                            .entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.detail()).contains("agency=公安机关"));
            assertThat(record.list(new AuditQuery(null, null, null, LocalDate.of(2000, 1, 1), null), null)
                            .entries())
                    .isEmpty();
        }
    }

    /** The check of the console goes on where it stopped, and finds what follows no entry. */
    private static void assertThatWhatIsForgedOnTheTopicIsFound(Stand stand) throws Exception {
        AuditCheck check = new KafkaAuditCheck(stand.bootstrapServers());
        assertThat(check.check().problems()).isEmpty();
        assertThat(check.check().entries()).isEqualTo(12);
        AuditEntry forged = AuditChain.link(
                AuditEntry.newBuilder()
                        .setChain("another")
                        .setNumber(0)
                        .setPrevious("")
                        .setHash("")
                        .setAt(Instant.EPOCH)
                        .setWho("nobody")
                        .setAction("LOGIN")
                        .setObject("")
                        .setDetail(""),
                null);
        forged.setWho("somebody");
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stand.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("audit", "another", SingleObject.encode(forged)))
                    .get();
        }

        assertThat(check.check()).satisfies(verdict -> {
            assertThat(verdict.entries()).isEqualTo(13);
            assertThat(verdict.problems()).singleElement().asString().contains("number 1 was altered");
        });
    }

    private static void assertThatWhatIsAlteredInTheIndexIsFound(Stand stand) throws Exception {
        try (RestClient client = RestClient.builder(
                        HttpHost.create(stand.ports().elasticsearchUrl()))
                .build()) {
            Request search = new Request("GET", "/zhiwei-audit/_search?q=action:LOGIN&size=2");
            JsonNode hits = new ObjectMapper()
                    .readTree(client.performRequest(search).getEntity().getContent())
                    .path("hits")
                    .path("hits");
            String altered = hits.path(0).path("_id").asText();
            String removed = hits.path(1).path("_id").asText();
            Request alter = new Request("PUT", "/zhiwei-audit/_doc/" + altered);
            alter.setJsonEntity(((ObjectNode) hits.path(0).path("_source"))
                    .put("who", "another")
                    .toString());
            client.performRequest(alter);
            client.performRequest(new Request("DELETE", "/zhiwei-audit/_doc/" + removed));

            assertThat(verified(stand).err())
                    .contains("the entry " + altered + " was altered in the index")
                    .contains("the index lacks the entry " + removed);
        }
    }

    private static RestClientTransport transport(Stand stand) {
        return new RestClientTransport(
                RestClient.builder(HttpHost.create(stand.ports().elasticsearchUrl()))
                        .build(),
                new JacksonJsonpMapper(new ObjectMapper().registerModule(new JavaTimeModule())));
    }

    private static CommandLineOutput verified(Stand stand) {
        return CommandLineOutput.of(
                "audit",
                "verify",
                "--brokers",
                stand.bootstrapServers(),
                "--elasticsearch",
                stand.ports().elasticsearchUrl());
    }

    private static void confirmAnAlert(Stand stand, Visitor person) throws Exception {
        String id = stand.documents(AlertDocument.INDEX).keySet().iterator().next();
        long began = System.nanoTime();
        decide(person, id, Map.of("action", "CONFIRM", "reason", "证据充分"));

        await().atMost(Stand.PATIENCE)
                .pollInterval(java.time.Duration.ofMillis(20))
                .until(() -> status(stand, id).equals("CONFIRMED"));
        System.out.println(
                "from the decision to the alert's document: " + (System.nanoTime() - began) / 1_000_000 + " ms");
        assertThat(person.get("/alerts?status=CONFIRMED").body()).contains("alert-" + id);
    }

    private static void transferAnAlert(Stand stand, Visitor person) throws Exception {
        String id = stand.documents(AlertDocument.INDEX).keySet().stream()
                .skip(1)
                .findFirst()
                .orElseThrow();
        decide(person, id, Map.of("action", "TRANSFER", "reason", "涉嫌犯罪", "agency", "公安机关"));

        await().atMost(Stand.PATIENCE).until(() -> status(stand, id).equals("TRANSFERRED"));
        assertThat(person.get("/alerts?agency=" + URLEncoder.encode("公安机关", StandardCharsets.UTF_8))
                        .body())
                .contains("alert-" + id);
        try (RestClientTransport transport = transport(stand)) {
            AlertIndex index = new ElasticsearchAlerts(new ElasticsearchClient(transport));
            AlertView alert = index.find(Scope.WHOLE_CITY, id).orElseThrow();
            assertThat(alert.agencies()).endsWith("公安机关").hasSize(2);
            assertThat(seenBy(index, "公安机关")).containsExactly(id);
            assertThat(seenBy(index, alert.leadAgency().split("，", 2)[0])).containsExactly(id);
            assertThat(seenBy(index, "公安")).isEmpty();
        }
    }

    private static List<String> seenBy(AlertIndex index, String agency) {
        return index.list(new Scope(List.of(), List.of(agency)), TRANSFERRED, null).alerts().stream()
                .map(AlertView::alertId)
                .toList();
    }

    private static void decide(Visitor person, String id, Map<String, String> decision) throws Exception {
        String page = person.get("/alerts/" + id).body();
        Map<String, String> fields = new HashMap<>(decision);
        fields.put("seen", "");
        fields.put("revision", field("revision", page));
        fields.put("levelRank", field("levelRank", page));
        assertThat(person.post("/alerts/" + id + "/dispositions", page, fields).statusCode())
                .isEqualTo(200);
    }

    private static void changeAThreshold(Visitor analyst, Visitor approver) throws Exception {
        String written = analyst.post(
                        MODEL + "/versions",
                        analyst.get(MODEL).body(),
                        Map.of("threshold", "minPages", "value", "6", "reason", "传单活动", "state", "SHADOW"))
                .body();
        assertThat(written).contains("作业已接受", "minPages", "影子运行");

        assertThat(analyst.post(
                                MODEL + "/versions/2/submission",
                                written,
                                Map.of("state", "ACTIVE", "reason", "影子运行良好", "seen", field("seen", written)))
                        .body())
                .contains("作业已接受", "申请“生效”");

        String page = approver.get(MODEL + "/versions/2").body();
        String approved = approver.post(
                        MODEL + "/versions/2/approval",
                        page,
                        Map.of("state", "ACTIVE", "reason", "回测良好", "seen", field("seen", page)))
                .body();
        assertThat(approved).contains("作业已接受", "生效", "approver");
    }

    private void stream(Stand stand) throws Exception {
        EventSet all = Stand.advertisements(folder);
        try (Streaming streaming = stand.streaming(all, 0)) {
            streaming.start();
            await().atMost(Stand.PATIENCE).until(streaming::isOver);
        }
        stand.awaitAssessed();
        await().atMost(Stand.PATIENCE)
                .until(() -> !stand.documents(AlertDocument.INDEX).isEmpty());
    }

    private static String status(Stand stand, String id) throws Exception {
        JsonNode document =
                Objects.requireNonNull(stand.documents(AlertDocument.INDEX).get(id), id);
        return document.path("_source").path("status").asText();
    }

    private static Visitor person(Stand stand, Map<String, String> passwords, String login) throws Exception {
        Visitor visitor = new Visitor(stand.ports().consoleUrl());
        visitor.login(login, Objects.requireNonNull(passwords.get(login), login));
        return visitor;
    }

    private static String field(String name, String page) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }
}
