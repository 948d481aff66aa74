package io.zhiwei.models.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

    private static final EventStream STREAM = EventStream.ofTopic("advertisements");
    private static final Instant NOON = Instant.parse("2026-11-02T04:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void readsATableWhoseHeaderNamesFields() throws IOException {
        EventFile file = file("a.tsv", "label\ttext\tviews\tproductNumbers\n1\t根治\t12\ta|b\n");

        EventFile.Row row = file.rows().get(0);

        assertThat(row.problem()).isEmpty();
        assertThat(row.event()).isNotNull();
        assertThat(row.event().get("text")).hasToString("根治");
        assertThat(row.event().get("views")).isEqualTo(12L);
        assertThat((List<?>) row.event().get("productNumbers")).hasSize(2);
        assertThat(row.event().get("adId")).hasToString("a.tsv:2");
        assertThat(row.event().get("publishedAt")).isEqualTo(NOON.toEpochMilli());
        assertThat(file.ignoredColumns()).containsExactly("label");
    }

    @Test
    void readsPlainJsonAndAvrosOwn() throws IOException {
        EventFile file = file("a.ndjson", """
                {"adId": "1", "publishedAt": 1760000000000, "text": "甲"}
                {"adId": "2", "publishedAt": 1760000000000, "text": {"string": "乙|丙"}, "productNumbers": ["x|y"]}
                """);

        List<EventFile.Row> rows = file.rows();

        assertThat(rows).extracting(EventFile.Row::problem).containsOnly("");
        assertThat(rows.get(1).event().get("text")).hasToString("乙|丙");
        assertThat((List<?>) rows.get(1).event().get("productNumbers")).hasSize(1);
    }

    @Test
    void aWrongRowIsNamedAndStopsNoOther() throws IOException {
        EventFile file = file("a.tsv", "text\tviews\tcategory\n好\tmany\tFOOD\n好\t1\tFOD\n好\t1\tFOOD\n");

        List<EventFile.Row> rows = file.rows();

        assertThat(rows.get(0).where()).isEqualTo("a.tsv:2");
        assertThat(rows.get(0).problem()).contains("'views' is a whole number, not 'many'");
        assertThat(rows.get(1).problem()).contains("'category' is never 'FOD'").contains("Did you mean 'FOOD'?");
        assertThat(rows.get(2).event()).isNotNull();
    }

    @Test
    void refusesAFileThatNamesNoField() throws IOException {
        EventFile file = file("a.tsv", "texte\tvue\nx\ty\n");

        assertThatThrownBy(file::rows).isInstanceOf(IOException.class).hasMessageContaining("no column of the header");
    }

    private EventFile file(String name, String content) throws IOException {
        return new EventFile(Files.writeString(folder.resolve(name), content), STREAM, NOON);
    }
}
