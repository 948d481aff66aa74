package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.AlertEvidence;
import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.DispositionAction;
import io.zhiwei.schemas.MessageReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console as a process, before a real Elasticsearch with the alerts of a run and a real Kafka. */
class ConsoleITCase {

    private static final Pattern ROW = Pattern.compile("id=\"alert-([0-9a-f]+)\"");
    private static final Pattern NEXT = Pattern.compile("after=(\\d+_[0-9a-f]+)");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");
    private static final Pattern FINGERPRINT = Pattern.compile("数据指纹 ([0-9a-f]{16})");
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    @TempDir
    private static Path folder = Path.of("");

    private static @Nullable ConsoleStand stand;

    @BeforeAll
    static void start() throws Exception {
        stand = ConsoleStand.start(folder);
    }

    @AfterAll
    static void stop() {
        if (stand != null) {
            stand.close();
        }
    }

    @Test
    void everyRoleHasAPasswordThatOpensTheList() throws Exception {
        assertThat(stand().passwords().keySet())
                .containsExactlyInAnyOrder("investigator", "analyst", "approver", "leader", "administrator");
        for (Map.Entry<String, String> login : stand().passwords().entrySet()) {
            HttpResponse<String> page = new Visitor(stand().address()).login(login.getKey(), login.getValue());

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.uri().getPath()).isEqualTo("/alerts");
        }
        assertThat(new Visitor(stand().address())
                        .login("investigator", "wrong")
                        .uri()
                        .getQuery())
                .isEqualTo("error");
    }

    @Test
    void pagesLeadThroughEveryAlertOnceNewestFirst() throws Exception {
        Visitor person = person("leader");
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            String html = person.get("/alerts"
                            + after.map(place -> place.isEmpty() ? "" : "?after=" + place)
                                    .orElseThrow())
                    .body();
            ids(html).forEach(seen::add);
            after = first(NEXT, html);
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        stand().alerts().stream().map(Alert::getAlertId).toList());
        Map<String, Long> raised = stand().alerts().stream()
                .collect(
                        Collectors.toMap(Alert::getAlertId, a -> a.getRaisedAt().toEpochMilli()));
        assertThat(seen.stream().map(raised::get)).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void theListFindsChineseWordsOfTheAdvertisementAndFiltersByEveryField() throws Exception {
        Visitor person = person("investigator");
        Alert wanted = stand().alerts().get(0);
        List<String> found =
                ids(person.get("/alerts?text=" + encoded(wanted.getSubject().getName()))
                        .body());

        assertThat(found)
                .contains(wanted.getAlertId())
                .hasSizeLessThan(stand().alerts().size() / 2);
        String words = words();
        assertThat(ids(person.get("/alerts?text=" + encoded(words)).body()))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(person.get("/alerts/" + id).body()).contains(words.substring(0, 2)));
        for (String filter :
                List.of("level=RED", "model=medical-ads", "region=420704", "zone=GD", "status=CONFIRMED")) {
            assertThat(ids(person.get("/alerts?" + filter).body())).as(filter).isNotEmpty();
        }
        assertThat(ids(person.get("/alerts?from=2000-01-01&to=2000-01-02").body()))
                .isEmpty();
        assertThat(person.get("/alerts?level=RED&text=" + encoded("\" OR *:* {}[]^~\\/"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAlertsPageNamesTheArticleOfEveryFinding() throws Exception {
        Visitor person = person("investigator");
        for (Alert alert : stand().alerts().subList(0, 20)) {
            String html = person.get("/alerts/" + alert.getAlertId()).body();
            assertThat(html).contains(alert.getLeadAgency());
            alert.getFindings()
                    .forEach(finding -> assertThat(html)
                            .contains(
                                    finding.getIndicator(),
                                    finding.getLegalBasis().get(0)));
        }
    }

    @Test
    void aDecisionIsOnTheTopicAndTheSecondPersonIsTold() throws Exception {
        Visitor first = person("investigator");
        Visitor second = person("approver");
        Alert alert = stand().alerts().get(stand().alerts().size() - 1);
        String path = "/alerts/" + alert.getAlertId();
        String before = first.get(path).body();
        String same = second.get(path).body();

        HttpResponse<String> taken = first.post(path + "/dispositions", before, decision(before, "CONFIRM", "证据充分"));
        HttpResponse<String> told = second.post(path + "/dispositions", same, decision(same, "REJECT", "正常广告"));

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).contains("证据充分");
        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body()).contains("investigator", "证据充分");
        assertThat(dispositions(alert.getAlertId())).singleElement().satisfies(one -> {
            assertThat(one.getAction()).isEqualTo(DispositionAction.CONFIRM);
            assertThat(one.getWho()).isEqualTo("investigator");
            assertThat(one.getReason()).isEqualTo("证据充分");
            assertThat(one.getRevision())
                    .isEqualTo(Long.parseLong(first(REVISION, before).orElseThrow()));
        });
    }

    @Test
    void anAlertOfTheTopicSlidesIntoTheOpenListAndNotIntoAFilteredOne() throws Exception {
        Alert alert = Alert.newBuilder(stand().alerts().get(0))
                .setAlertId("0123456789abcdef")
                .build();
        Visitor person = person("leader");
        try (Stream<String> open = person.stream("/alerts/live").body();
                Stream<String> filtered =
                        person.stream("/alerts/live?text=" + encoded("没有这样的字")).body()) {
            var rows = open.iterator();
            var others = filtered.iterator();
            assertThat(rows.next()).startsWith(":");
            assertThat(others.next()).startsWith(":");
            long sent = System.nanoTime();
            stand().send(alert);

            String row = next(rows);
            long millis = (System.nanoTime() - sent) / 1_000_000;
            assertThat(row).contains("id=\"alert-0123456789abcdef\"").contains("/alerts/0123456789abcdef");
            assertThat(next(others)).isEqualTo("data:0123456789abcdef");
            System.out.println("from the topic to the open page: " + millis + " ms");
        }
    }

    @Test
    void theOverviewCountsEveryAlertByDistrictModelAndLevel() throws Exception {
        JsonNode data = new ObjectMapper()
                .readTree(person("leader").get("/overview/data").body());

        long byModel = sum(data.path("models"));
        long byDay = sum(data.path("days"));
        assertThat(byModel).isEqualTo(stand().alerts().size());
        assertThat(byDay).isEqualTo(stand().alerts().size());
        Set<String> codes = new HashSet<>();
        data.path("places").forEach(place -> codes.add(place.path("code").asText()));
        assertThat(codes).contains("420702", "420703", "420704");
        assertThat(data.path("subjects")).hasSize(10);
        assertThat(data.path("statuses")).hasSize(8);
    }

    @Test
    void theReportOfTheMonthCountsEveryAlertAndPrintsTheSame() throws Exception {
        Visitor person = person("leader");
        String agency = stand().alerts().get(0).getLeadAgency();
        String month = LocalDate.ofInstant(stand().alerts().get(0).getRaisedAt(), ZoneId.of("Asia/Shanghai"))
                .toString();

        String all = person.get("/report?kind=MONTH&day=" + month).body();
        String led = person.get("/report?kind=MONTH&day=" + month + "&agency=" + encoded(agency))
                .body();
        String never = person.get("/report?kind=WEEK&day=2000-01-03").body();
        byte[] print = person.download("/report/pdf?kind=MONTH&day=" + month).body();

        assertThat(all).contains("本期产生预警 " + stand().alerts().size() + " 条").contains("葛店经济技术开发区", "已移送");
        assertThat(led)
                .contains("本期产生预警 "
                        + stand().alerts().stream()
                                .filter(alert -> alert.getLeadAgency().equals(agency)
                                        || alert.getLeadAgency().startsWith(agency + "，"))
                                .count()
                        + " 条");
        assertThat(never).contains("本期产生预警 0 条", "没有");
        assertThat(person.download("/report/pdf?kind=MONTH&day=" + month).body())
                .isEqualTo(print);
        try (PDDocument document = Loader.loadPDF(print)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("风险预警月报", "本期产生预警 " + stand().alerts().size() + " 条", "葛店经济技术开发区")
                    .contains(first(FINGERPRINT, all).orElseThrow());
        }
    }

    /** Returns eight characters of some advertisement. */
    private static String words() {
        return stand().alerts().stream()
                .flatMap(alert -> alert.getFindings().stream())
                .flatMap(finding -> finding.getEvidence().stream())
                .filter(evidence -> evidence.getField().equals("text"))
                .map(AlertEvidence::getExcerpt)
                .filter(excerpt -> excerpt.matches("(?s)\\p{IsHan}{8}.*"))
                .map(excerpt -> excerpt.substring(0, 8))
                .findFirst()
                .orElseThrow();
    }

    private static long sum(JsonNode rows) {
        long sum = 0;
        for (JsonNode row : rows) {
            for (JsonNode count : row.path("levels")) {
                sum += count.asLong();
            }
        }
        return sum;
    }

    private static ConsoleStand stand() {
        return Objects.requireNonNull(stand, "no console");
    }

    private static Visitor person(String login) throws Exception {
        Visitor visitor = new Visitor(stand().address());
        visitor.login(login, stand().password(login));
        return visitor;
    }

    private static Map<String, String> decision(String page, String action, String reason) {
        return Map.of(
                "action",
                action,
                "reason",
                reason,
                "seen",
                first(SEEN, page).orElseThrow(),
                "revision",
                first(REVISION, page).orElseThrow());
    }

    private static List<Disposition> dispositions(String alertId) {
        MessageReader<Disposition> reader = MessageReader.specific(Disposition.getClassSchema());
        List<Disposition> all = new ArrayList<>();
        try (TopicReader topic = new TopicReader(stand().ports().bootstrapServers(), "dispositions")) {
            topic.readToEnd(message -> {
                try {
                    all.add(reader.read(message));
                } catch (io.zhiwei.schemas.RefusedMessageException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        return all.stream().filter(one -> one.getAlertId().equals(alertId)).toList();
    }

    /** Returns the next line of data; that all servers are well is an empty one. */
    private static String next(java.util.Iterator<String> lines) {
        String line = lines.next();
        while (!line.startsWith("data:") || line.equals("data:")) {
            line = lines.next();
        }
        return line;
    }

    private static List<String> ids(String html) {
        return ROW.matcher(html).results().map(row -> row.group(1)).toList();
    }

    private static Optional<String> first(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
