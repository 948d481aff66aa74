package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.jobs.elasticsearch.AlertDocument;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertLevel;
import io.zhiwei.schemas.AlertRegion;
import io.zhiwei.schemas.AlertStatus;
import io.zhiwei.schemas.AlertSubject;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long people wait: for the list, and for an alert in the open page after its event. Prints what it measures; refuses only
 * what no load of the machine explains. {@code -Dzhiwei.alerts=1000000} fills the list with a million, {@code -Dzhiwei.shown=300}
 * watches for three minutes.
 */
class ConsoleSpeedITCase {

    private static final int ALERTS = Integer.getInteger("zhiwei.alerts", 20_000);
    private static final int SHOWN = Integer.getInteger("zhiwei.shown", 30);
    private static final int OPENED = 40;
    private static final int BULK = 2_000;
    private static final Duration BETWEEN = Duration.ofMillis(600);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ROW = Pattern.compile("id=\"alert-([0-9a-f]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*after=[^\"]+)\"");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theListOpensAtOnceHoweverManyAlertsThereAre() throws Exception {
        Ports ports = Stores.empty().ports();
        fill(ports);
        try (Servers console = new Servers(Home.find(), ports, folder)) {
            Visitor person = leader(console, ports);
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("the newest", "/alerts");
            pages.put("level and status", "/alerts?level=RED&status=OPEN");
            pages.put("a district", "/alerts?region=420704");
            pages.put("a word", "/alerts?text=%E7%B3%96%E5%B0%BF%E7%97%85");
            pages.put("the tenth page", page(person, 10));

            for (Map.Entry<String, String> page : pages.entrySet()) {
                long[] millis = new long[OPENED];
                for (int i = -5; i < OPENED; i++) {
                    long began = System.nanoTime();
                    assertThat(ROW.matcher(person.get(page.getValue()).body()).results())
                            .as(page.getKey())
                            .hasSize(50);
                    millis[Math.max(i, 0)] = (System.nanoTime() - began) / 1_000_000;
                }
                tell("list of " + ALERTS + " alerts, " + page.getKey(), millis);
                assertThat(percentile(millis, 50)).isLessThan(5_000);
            }
        }
    }

    @Test
    void anAlertIsInTheOpenPageSoonAfterItsEvent() throws Exception {
        Map<String, GenericRecord> raising = raising();
        try (Stand stand = Stand.start(folder)) {
            stand.startJob();
            try (Servers console = new Servers(Home.find(), stand.ports(), folder);
                    EventSender sender = new EventSender(EventStream.ADVERTISEMENTS, stand.bootstrapServers())) {
                Map<String, Long> seen = new ConcurrentHashMap<>();
                watch(leader(console, stand.ports()), seen);
                Map<String, Long> sent = new LinkedHashMap<>();
                long next = System.nanoTime();
                for (Map.Entry<String, GenericRecord> event : raising.entrySet()) {
                    sent.put(event.getKey(), System.nanoTime());
                    sender.send(event.getValue());
                    sender.flush();
                    next += BETWEEN.toNanos();
                    LockSupport.parkNanos(next - System.nanoTime());
                }
                await().atMost(PATIENCE)
                        .untilAsserted(() ->
                                assertThat(seen).containsKeys(sent.keySet().toArray(String[]::new)));

                long[] millis = sent.entrySet().stream()
                        .skip(5)
                        .mapToLong(one -> (Objects.requireNonNull(seen.get(one.getKey())) - one.getValue()) / 1_000_000)
                        .toArray();
                tell("from the event to the open page, 100 a minute", millis);
                assertThat(percentile(millis, 50)).isLessThan(20_000);
            }
        }
    }

    /** Returns events that raise an alert each, alone, by the id of the alert. */
    private static Map<String, GenericRecord> raising() throws Exception {
        Path files = java.nio.file.Files.createTempDirectory("raising");
        Map<String, GenericRecord> byId = new LinkedHashMap<>();
        EventSet set = Stand.advertisements(files);
        set.events()
                .forEach(event -> byId.put(String.valueOf(event.get(set.stream().idField())), event));
        Stores.delete(files);
        Map<String, GenericRecord> raising = new LinkedHashMap<>();
        UndisturbedRun.get().results().alerts().stream()
                .filter(alert -> alert.getOccurrences() == 1)
                .limit(SHOWN)
                .forEach(alert -> raising.put(
                        alert.getAlertId(),
                        Objects.requireNonNull(byId.get(
                                alert.getFindings().get(0).getEvidence().get(0).getEventId()))));
        return raising;
    }

    private static void watch(Visitor person, Map<String, Long> seen) {
        Thread thread = new Thread(
                () -> {
                    try (Stream<String> lines = person.stream("/alerts/live").body()) {
                        lines.forEach(line -> ROW.matcher(line)
                                .results()
                                .forEach(row -> seen.putIfAbsent(row.group(1), System.nanoTime())));
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                "the open page");
        thread.setDaemon(true);
        thread.start();
    }

    private static Visitor leader(Servers console, Ports ports) throws Exception {
        console.startConsole();
        Servers.Login login = console.awaitConsole().stream()
                .filter(one -> one.name().equals("leader"))
                .findFirst()
                .orElseThrow();
        Visitor person = new Visitor(ports.consoleUrl());
        person.login(login.name(), login.password());
        return person;
    }

    private static String page(Visitor person, int number) throws Exception {
        String path = "/alerts";
        for (int i = 1; i < number; i++) {
            path = NEXT.matcher(person.get(path).body())
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .findFirst()
                    .orElseThrow();
        }
        return path;
    }

    private static void fill(Ports ports) throws IOException {
        Random random = new Random(7);
        try (RestClient client =
                RestClient.builder(HttpHost.create(ports.elasticsearchUrl())).build()) {
            for (int from = 0; from < ALERTS; from += BULK) {
                StringBuilder lines = new StringBuilder();
                for (int i = from; i < Math.min(from + BULK, ALERTS); i++) {
                    Alert alert = alert(i, random);
                    lines.append("{\"index\":{\"_index\":\"zhiwei-alerts\",\"_id\":\"")
                            .append(alert.getAlertId())
                            .append("\"}}\n")
                            .append(new String(
                                    AlertDocument.ofAlerts().of(alert).json(), StandardCharsets.UTF_8))
                            .append('\n');
                }
                Request bulk = new Request("POST", "/_bulk");
                bulk.setJsonEntity(lines.toString());
                JsonNode answer = new ObjectMapper()
                        .readTree(client.performRequest(bulk).getEntity().getContent());
                assertThat(answer.path("errors").asBoolean()).isFalse();
            }
            client.performRequest(new Request("POST", "/zhiwei-alerts/_refresh"));
        }
    }

    private static Alert alert(int number, Random random) {
        String id = String.format("%016x", random.nextLong());
        AlertLevel level = AlertLevel.values()[1 + random.nextInt(4)];
        Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number * 30L);
        return Alert.newBuilder(SampleAlert.of(id, level, "祖传秘方，三个疗程彻底治愈糖尿病，编号" + number))
                .setAlertId(id)
                .setSubject(new AlertSubject("advertiser", "subject-" + random.nextInt(50_000), "示例堂第" + number + "店"))
                .setStatus(AlertStatus.values()[random.nextInt(8)])
                .setRegion(new AlertRegion("42070" + (2 + random.nextInt(3)), null, "鄂城区"))
                .setScore(random.nextInt(1000) / 10.0)
                .setFirstSeen(time)
                .setLastSeen(time)
                .setRaisedAt(time)
                .setDueAt(time.plusSeconds(86_400))
                .build();
    }

    private static void tell(String what, long... millis) {
        System.out.printf(
                "from the bench: %s: p50 %d ms, p99 %d ms, longest %d ms (%d times)%n",
                what, percentile(millis, 50), percentile(millis, 99), percentile(millis, 100), millis.length);
    }

    private static long percentile(long[] millis, int percent) {
        long[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }
}
