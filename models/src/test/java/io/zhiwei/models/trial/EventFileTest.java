package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiwei.models.trial.EventFile.Row;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

    private static final Instant OTHERWISE = Instant.parse("2026-06-01T01:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it first.
    Path folder;

    @Test
    void readsATable() throws IOException {
        List<Row> rows = rows(
                "ads.tsv",
                "adId\ttext\tcategory\tproductNumbers\tpurchaseLink\tpublishedAt",
                "a1\t根治\tHF\t国食健注G20210012 | 国食健注G20210013\ttrue\t2026-05-01T08:00:00+08:00");

        GenericRecord event = event(rows.get(0));
        assertThat(event.get("adId")).hasToString("a1");
        assertThat(event.get("text")).hasToString("根治");
        assertThat(event.get("category")).hasToString("HF");
        assertThat(event.get("productNumbers")).isEqualTo(List.of("国食健注G20210012", "国食健注G20210013"));
        assertThat(event.get("purchaseLink")).isEqualTo(true);
        assertThat(event.get("publishedAt"))
                .isEqualTo(Instant.parse("2026-05-01T00:00:00Z").toEpochMilli());
        assertThat(rows.get(0).problem()).isEmpty();
    }

    @Test
    void givesARowWithoutIdentifierAndTimeItsPlaceAndTheGivenTime() throws IOException {
        GenericRecord event = event(rows("ads.tsv", "text", "根治").get(0));

        assertThat(event.get("adId")).hasToString("ads.tsv:2");
        assertThat(event.get("publishedAt")).isEqualTo(OTHERWISE.toEpochMilli());
    }

    @Test
    void keepsColumnsThatTheSchemaDoesNotKnowAndSaysSo() throws IOException {
        EventFile file = file("ads.tsv", "text\tlabel", "根治\t1");

        List<Row> rows = file.rows();

        assertThat(rows.get(0).cells()).containsEntry("label", "1");
        assertThat(file.ignoredColumns()).containsExactly("label");
    }

    @Test
    void passesOverEmptyLinesAndAByteOrderMark() throws IOException {
        List<Row> rows = rows("ads.tsv", "\uFEFFtext", "", "根治");

        assertThat(rows).extracting(Row::where).containsExactly("ads.tsv:3");
    }

    @Test
    void readsPlainJson() throws IOException {
        GenericRecord event = event(rows("ads.json", """
                        {"adId": "a1", "text": "含|竖线", "views": 1200, "priceYuan": 9.9, "live": false, "category": null,\
                         "productNumbers": ["甲", "乙"], "publishedAt": "2026-05-01T08:00:00+08:00"}""").get(0));

        assertThat(event.get("text")).hasToString("含|竖线");
        assertThat(event.get("views")).isEqualTo(1200L);
        assertThat(event.get("priceYuan")).isEqualTo(9.9);
        assertThat(event.get("live")).isEqualTo(false);
        assertThat(event.get("category")).isNull();
        assertThat(event.get("productNumbers")).isEqualTo(List.of("甲", "乙"));
    }

    @Test
    void readsTheJsonEncodingOfAvro() throws IOException {
        GenericRecord event = event(rows("ads.json", """
                        {"adId": "a1", "publishedAt": 1780000000000, "text": {"string": "根治"}, "views": {"long": 5},\
                         "category": {"io.zhiwei.schemas.ProductCategory": "HF"}, "productNumbers": ["甲"]}""").get(0));

        assertThat(event.get("text")).hasToString("根治");
        assertThat(event.get("views")).isEqualTo(5L);
        assertThat(event.get("category")).hasToString("HF");
        assertThat(event.get("publishedAt")).isEqualTo(1780000000000L);
    }

    @Test
    void readsRecordsAndMapsWithinAnEvent() throws IOException {
        GenericRecord script = event(rows(EventStream.ofTopic("prescriptions"), """
                        {"rxId": "r1", "issueTime": "2026-05-01T08:00:00+08:00", "kind": "PSY2", "validDays": 1,\
                         "items": [{"drugCode": "869", "days": 7}, {"drugCode": "868", "qty": {"double": 2}}]}"""));
        GenericRecord fact = event(rows(EventStream.ofTopic("registry"), """
                        {"recordId": "f1", "recordedAt": 1780000000000, "kind": "drug-licence", "key": "9142",\
                         "validFrom": {"long": 1700000000000}, "attributes": {"mode": "CHAIN_STORE"},\
                         "lists": {"scope": ["RX", "OTC_A"]}, "numbers": {"beds": 20}}"""));

        assertThat(script.get("kind")).hasToString("PSY2");
        assertThat((List<?>) script.get("items"))
                .extracting(item -> ((GenericRecord) item).get("days") + " " + ((GenericRecord) item).get("qty"))
                .containsExactly("7.0 null", "null 2.0");
        assertThat(fact.get("validFrom")).isEqualTo(1_700_000_000_000L);
        assertThat(fact.get("attributes")).isEqualTo(Map.of("mode", "CHAIN_STORE"));
        assertThat(fact.get("lists")).isEqualTo(Map.of("scope", List.of("RX", "OTC_A")));
        assertThat(fact.get("numbers")).isEqualTo(Map.of("beds", 20.0));
        assertThat(fact.get("withdrawn")).isEqualTo(false);
    }

    @Test
    void namesThePlaceOfAMistakeWithinAnEvent() throws IOException {
        EventStream scripts = EventStream.ofTopic("prescriptions");

        assertThat(rows(scripts, "{\"rxId\": \"r\", \"items\": [{\"drugCode\": \"8\", \"days\": \"x\"}]}")
                        .problem())
                .isEqualTo("'items.days' is a number, not 'x'.");
        assertThat(rows(scripts, "{\"rxId\": \"r\", \"items\": 3}").problem())
                .isEqualTo("'items' is a list, [ … ], not 3.");
        assertThat(rows(scripts, "{\"rxId\": \"r\", \"validDays\": 3000000000}").problem())
                .isEqualTo("'validDays' has more than 32 bits: 3000000000.");
        assertThat(rows(scripts, "{\"rxId\": [\"r\"]}").problem()).isEqualTo("'rxId' is a single value, not [\"r\"].");
    }

    @Test
    void readsDays() throws IOException {
        EventStream sales = EventStream.ofTopic("sales");

        GenericRecord sale =
                event(rows(sales, "{\"saleLineId\": \"l\", \"expiryDate\": \"2026-05-01\", \"mfgDate\": 20000}"));

        assertThat(sale.get("expiryDate"))
                .isEqualTo((int) LocalDate.of(2026, 5, 1).toEpochDay());
        assertThat(sale.get("mfgDate")).isEqualTo(20_000);
        assertThat(rows(sales, "{\"expiryDate\": \"1 May\"}").problem())
                .isEqualTo("'expiryDate' is a day such as 2026-05-01, not '1 May'.");
    }

    private Row rows(EventStream stream, String line) throws IOException {
        Path path = folder.resolve(stream.topic() + ".ndjson");
        Files.write(path, List.of(line));
        return new EventFile(path, stream, OTHERWISE).rows().get(0);
    }

    @Test
    void aWrongRowNamesItsLineAndDoesNotStopTheOthers() throws IOException {
        List<Row> rows =
                rows("ads.tsv", "text\tcategory\tviews", "一\tHFF\t1", "二\tHF\tmany", "三\tHF\t1\tmore", "四\tHF\t1");

        assertThat(rows)
                .extracting(Row::where, Row::problem)
                .containsExactly(
                        tuple("ads.tsv:2", "'category' is never 'HFF'. Did you mean 'HF'?"),
                        tuple("ads.tsv:3", "'views' is a whole number, not 'many'."),
                        tuple("ads.tsv:4", "4 cells under 3 names. A tab inside a text must go."),
                        tuple("ads.tsv:5", ""));
        assertThat(rows.get(0).event()).isNull();
        assertThat(rows.get(3).event()).isNotNull();
    }

    @Test
    void aLineThatIsNoJsonObjectSaysSo() throws IOException {
        List<Row> rows = rows("ads.json", "{\"text\": \"根治\"", "[1]", "{\"text\": \"好\"}");

        assertThat(rows.get(0).problem()).startsWith("is not JSON: ");
        assertThat(rows.get(1).problem()).isEqualTo("is not a JSON object. One object stands on each line.");
        assertThat(rows.get(2).problem()).isEmpty();
        assertThat(rows).extracting(Row::where).containsExactly("ads.json:1", "ads.json:2", "ads.json:3");
    }

    @Test
    void refusesATableWithoutAKnownColumn() {
        assertThatThrownBy(() -> rows("ads.tsv", "内容\t标签", "根治\t1"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no column of the header is a field of advertisements. Known: [adId, ");
    }

    @Test
    void refusesAnEmptyTable() {
        assertThatThrownBy(() -> rows("ads.tsv"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is empty. Its first line names the fields");
    }

    @Test
    void refusesAnotherEncodingWithTheRemedy() throws IOException {
        Path path = folder.resolve("ads.tsv");
        Files.write(path, "text\n根治\n".getBytes(Charset.forName("GB18030")));

        assertThatThrownBy(() -> new EventFile(path, EventStream.ADVERTISEMENTS, OTHERWISE).rows())
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("is not UTF-8. Convert it first.");
    }

    private List<Row> rows(String name, String... lines) throws IOException {
        return file(name, lines).rows();
    }

    private EventFile file(String name, String... lines) throws IOException {
        Path path = folder.resolve(name);
        Files.write(path, List.of(lines));
        return new EventFile(path, EventStream.ADVERTISEMENTS, OTHERWISE);
    }

    private static GenericRecord event(Row row) {
        assertThat(row.problem()).isEmpty();
        return java.util.Objects.requireNonNull(row.event());
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
