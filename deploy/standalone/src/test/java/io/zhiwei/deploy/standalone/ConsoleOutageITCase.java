package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhiwei.jobs.elasticsearch.AlertDocument;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertLevel;
import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Elasticsearch and Kafka, killed and started again while people work in the console. */
class ConsoleOutageITCase {

    private static final Pattern FIELD = Pattern.compile("name=\"([a-zA-Z]+)\" value=\"([^\"]*)\"");
    private static final Map<String, String> DECISION =
            Map.of("action", "CONFIRM", "reason", "证据充分", "seen", "", "revision", "1", "levelRank", "4");
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    private Path folder = Path.of("");

    private final List<String> live = new CopyOnWriteArrayList<>();

    @Test
    void saysWhatIsAwayLosesNoDecisionAndGoesOnByItself() throws Exception {
        Stores stores = Stores.empty();
        Ports ports = stores.ports();
        Alert one = alert("one");
        Alert other = alert("other");
        index(ports, one, other);
        try (Servers console = new Servers(Home.find(), ports, folder)) {
            console.startConsole();
            Map<String, String> passwords = console.awaitConsole().stream()
                    .collect(Collectors.toMap(Servers.Login::name, Servers.Login::password));
            ConsoleStand stand = new ConsoleStand(console, ports, passwords, List.of(one, other));
            Visitor person = new Visitor(ports.consoleUrl());
            person.login("investigator", stand.password("investigator"));
            watch(person);

            bearsElasticsearch(stores, person, one);
            bearsKafka(stores, person, other);

            stand.send(alert("late"));
            await().atMost(SOON).until(() -> said("id=\"alert-alert-late\""));
        } finally {
            Stores.discard();
        }
    }

    private void bearsElasticsearch(Stores stores, Visitor person, Alert alert) throws Exception {
        String page = person.get(path(alert)).body();
        stores.servers().killElasticsearch();
        await().atMost(SOON).until(() -> live.contains("data:elasticsearch "));

        HttpResponse<String> list = person.get("/alerts");
        HttpResponse<String> lost = person.post(path(alert) + "/dispositions", page, DECISION);
        assertThat(list.statusCode()).isEqualTo(503);
        assertThat(list.body()).contains("数据服务（Elasticsearch）中断");
        assertShown(lost);

        long began = System.nanoTime();
        stores.servers().startElasticsearch();
        await().atMost(SOON).until(() -> person.get("/alerts").statusCode() == 200);
        told("Elasticsearch", began);
        repeat(stores, person, alert, lost);
    }

    private void bearsKafka(Stores stores, Visitor person, Alert alert) throws Exception {
        String page = person.get(path(alert)).body();
        stores.servers().killKafka();
        await().atMost(SOON).until(() -> said("data:kafka"));

        HttpResponse<String> list = person.get("/alerts");
        HttpResponse<String> lost = person.post(path(alert) + "/dispositions", page, DECISION);
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body())
                .contains("alert-" + alert.getAlertId())
                .containsPattern("away-kafka\"[^>]*\"status\">消息队列");
        assertShown(lost);
        assertThat(person.get(path(alert)).statusCode()).isEqualTo(503);

        long began = System.nanoTime();
        stores.servers().startKafka();
        await().atMost(SOON).until(() -> person.get(path(alert)).statusCode() == 200);
        told("Kafka", began);
        repeat(stores, person, alert, lost);
    }

    private static void assertShown(HttpResponse<String> lost) {
        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(lost.body()).contains("您提交的内容没有保存", "证据充分", "重新提交");
    }

    /** Sends the form that the console showed, and finds the decision on the topic, once. */
    private static void repeat(Stores stores, Visitor person, Alert alert, HttpResponse<String> lost) throws Exception {
        Map<String, String> fields = FIELD.matcher(lost.body())
                .results()
                .collect(Collectors.toMap((MatchResult field) -> field.group(1), field -> field.group(2)));

        HttpResponse<String> taken = person.post(path(alert) + "/dispositions", lost.body(), fields);

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(decisions(stores, alert.getAlertId())).containsExactly("CONFIRM by investigator: 证据充分");
    }

    private void watch(Visitor person) {
        Thread thread = new Thread(
                () -> {
                    try (Stream<String> lines = person.stream("/alerts/live").body()) {
                        lines.forEach(live::add);
                    } catch (Exception e) {
                        live.add("ended: " + e);
                    }
                },
                "live list");
        thread.setDaemon(true);
        thread.start();
        await().atMost(SOON).until(() -> !live.isEmpty());
    }

    private boolean said(String text) {
        return live.stream().anyMatch(line -> line.contains(text));
    }

    private static void told(String server, long began) {
        System.out.println(
                "from the start of " + server + " to the page: " + (System.nanoTime() - began) / 1_000_000 + " ms");
    }

    private static String path(Alert alert) {
        return "/alerts/" + alert.getAlertId();
    }

    private static Alert alert(String id) {
        return SampleAlert.of(id, AlertLevel.RED, "祖传秘方");
    }

    private static List<String> decisions(Stores stores, String alertId) throws Exception {
        MessageReader<Disposition> reader = MessageReader.specific(Disposition.getClassSchema());
        List<String> all = new ArrayList<>();
        try (TopicReader topic = new TopicReader(stores.ports().bootstrapServers(), "dispositions")) {
            topic.readToEnd(message -> {
                try {
                    Disposition one = reader.read(message);
                    if (one.getAlertId().equals(alertId)) {
                        all.add(one.getAction() + " by " + one.getWho() + ": " + one.getReason());
                    }
                } catch (RefusedMessageException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        return all;
    }

    private static void index(Ports ports, Alert... alerts) throws Exception {
        try (RestClient client =
                RestClient.builder(HttpHost.create(ports.elasticsearchUrl())).build()) {
            for (Alert alert : alerts) {
                Request put =
                        new Request("PUT", "/" + AlertDocument.INDEX + "/_doc/" + alert.getAlertId() + "?refresh=true");
                put.setJsonEntity(json(alert));
                client.performRequest(put);
            }
        }
    }

    private static String json(Alert alert) {
        return new String(AlertDocument.ofAlerts().of(alert).json(), StandardCharsets.UTF_8);
    }
}
