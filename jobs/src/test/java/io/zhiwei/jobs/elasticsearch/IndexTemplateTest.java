package io.zhiwei.jobs.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Every field of a contract has its mapping, and nothing else has one. */
class IndexTemplateTest {

    private static final Path TEMPLATES = Path.of(System.getProperty("zhiwei.home"), "deploy", "elasticsearch");

    @Test
    void mapsEveryFieldOfAnAlertAndNothingElse() throws IOException {
        JsonNode template = template(AlertDocument.INDEX);

        assertThat(mapped(template)).isEqualTo(fields("", Alert.getClassSchema(), Set.of()));
    }

    @Test
    void mapsEveryFieldOfADeadLetterButTheMessage() throws IOException {
        JsonNode template = template(DeadLetterDocument.INDEX);

        assertThat(mapped(template))
                .isEqualTo(fields("", DeadLetter.getClassSchema(), Set.of(DeadLetterDocument.PAYLOAD)));
    }

    @Test
    void mapsEveryFieldOfASignalAndNothingElse() throws IOException {
        JsonNode template = template(SignalDocument.INDEX);

        assertThat(mapped(template)).isEqualTo(fields("", Signal.getClassSchema(), Set.of()));
    }

    @Test
    void refusesUnknownFieldsAndShowsChangesWithinHalfASecond() throws IOException {
        for (String index : Set.of(AlertDocument.INDEX, SignalDocument.INDEX, DeadLetterDocument.INDEX)) {
            JsonNode inner = template(index).get("template");
            assertThat(inner.at("/mappings/dynamic").asText()).isEqualTo("strict");
            assertThat(inner.at("/settings/index/refresh_interval").asText()).isEqualTo("500ms");
        }
    }

    @Test
    void putsThePlaceOnTheMapAndBreaksChineseTextIntoPairs() throws IOException {
        JsonNode mappings = template(AlertDocument.INDEX).at("/template/mappings/properties");

        assertThat(mappings.at("/location/type").asText()).isEqualTo("geo_point");
        assertThat(mappings.at("/findings/properties/evidence/properties/excerpt/analyzer")
                        .asText())
                .isEqualTo("zh");
        assertThat(template(AlertDocument.INDEX)
                        .at("/template/settings/analysis/analyzer/zh/type")
                        .asText())
                .isEqualTo("cjk");
    }

    private static JsonNode template(String index) throws IOException {
        return new ObjectMapper().readTree(TEMPLATES.resolve(index + ".json").toFile());
    }

    private static Set<String> mapped(JsonNode template) {
        Set<String> names = new TreeSet<>();
        collect("", template.at("/template/mappings/properties"), names);
        return names;
    }

    private static void collect(String prefix, JsonNode properties, Set<String> names) {
        properties.properties().forEach(entry -> {
            JsonNode nested = entry.getValue().get("properties");
            if (nested == null) {
                names.add(prefix + entry.getKey());
            } else {
                collect(prefix + entry.getKey() + ".", nested, names);
            }
        });
    }

    private static Set<String> fields(String prefix, Schema schema, Set<String> without) {
        Set<String> names = new TreeSet<>();
        for (Schema.Field field : schema.getFields()) {
            if (without.contains(field.name())) {
                continue;
            }
            Schema inner = inner(field.schema());
            boolean point = inner.getName().equals("GeoPoint");
            if (inner.getType() == Schema.Type.RECORD && !point) {
                names.addAll(fields(prefix + field.name() + ".", inner, Set.of()));
            } else {
                names.add(prefix + field.name());
            }
        }
        return names;
    }

    /** Looks through options and lists: the index does not tell them apart. */
    private static Schema inner(Schema schema) {
        return switch (schema.getType()) {
            case UNION ->
                inner(schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow());
            case ARRAY -> inner(schema.getElementType());
            default -> schema;
        };
    }
}
