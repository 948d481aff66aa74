package io.zhiwei.deploy.standalone.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.deploy.standalone.Home;
import io.zhiwei.jobs.warning.Counters;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Dashboards are data: what they name exists, and what they ask for is what every Elasticsearch answers. */
class DashboardFilesTest {

    /** What the standalone Elasticsearch was seen to answer; it has no scripts. */
    private static final Set<String> BUCKETS =
            Set.of("terms", "date_histogram", "histogram", "geohash_grid", "filters", "nested");

    private static final Set<String> METRICS =
            Set.of("count", "avg", "sum", "min", "max", "extended_stats", "percentiles", "cardinality", "raw_data");

    private static final int COLUMNS = 24;

    private static final Pattern METRIC = Pattern.compile("flink_\\w+");
    private static final String OPERATOR = "flink_taskmanager_job_task_operator_";
    /** What Flink's Prometheus reporter was seen to say of itself and of the writer to the index. */
    private static final Set<String> FLINK = Set.of(
            OPERATOR + "elasticsearch_stored",
            OPERATOR + "elasticsearch_retry",
            OPERATOR + "elasticsearch_rejected",
            "flink_jobmanager_job_lastCheckpointDuration",
            "flink_jobmanager_job_numberOfFailedCheckpoints",
            "flink_taskmanager_job_task_backPressuredTimeMsPerSecond",
            "flink_taskmanager_Status_JVM_Memory_Heap_Used");

    static List<Dashboard> dashboards() throws IOException {
        List<Dashboard> all = Dashboard.all();
        assertThat(all).hasSize(4);
        return all;
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyQueryGoesToAProvisionedIndexAndItsTime(Dashboard dashboard) throws IOException {
        Map<String, String> times = timeFields();

        assertThat(dashboard.targets()).isNotEmpty().allSatisfy(target -> {
            assertThat(times).as(target.toString()).containsKey(target.index());
            assertThat(target.json().path("timeField").asText())
                    .as(target.toString())
                    .isEqualTo(times.get(target.index()));
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyFieldIsMapped(Dashboard dashboard) throws IOException {
        for (Dashboard.Target target : dashboard.targets()) {
            Set<String> mapped = mapped(target.index());
            assertThat(fields(target.json())).as(target.toString()).allMatch(mapped::contains);
        }
        for (JsonNode variable : dashboard.variables()) {
            JsonNode query = new ObjectMapper().readTree(variable.path("query").asText());
            assertThat(mapped("zhiwei-alerts")).contains(query.path("field").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void onlyWhatNeedsNoScriptIsAskedFor(Dashboard dashboard) {
        assertThat(dashboard.targets()).allSatisfy(target -> {
            assertThat(types(target.json().path("bucketAggs"))).isSubsetOf(BUCKETS);
            assertThat(types(target.json().path("metrics"))).isNotEmpty().isSubsetOf(METRICS);
        });
        assertThat(dashboard.json().toString()).doesNotContain("inline", "\"script\"");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsLieSideBySideWithinTheGrid(Dashboard dashboard) {
        Set<String> taken = new java.util.HashSet<>();
        for (JsonNode panel : dashboard.panels()) {
            JsonNode at = panel.path("gridPos");
            assertThat(at.path("x").asInt() + at.path("w").asInt()).isLessThanOrEqualTo(COLUMNS);
            for (int x = at.path("x").asInt();
                    x < at.path("x").asInt() + at.path("w").asInt();
                    x++) {
                for (int y = at.path("y").asInt();
                        y < at.path("y").asInt() + at.path("h").asInt();
                        y++) {
                    assertThat(taken.add(x + "," + y))
                            .as("%s: %s overlaps at %d,%d", dashboard.file(), panel.path("title"), x, y)
                            .isTrue();
                }
            }
        }
        assertThat(dashboard.panels().stream().map(panel -> panel.path("id").asInt()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void bucketsAndMetricsOfAQueryHaveDifferentNames(Dashboard dashboard) {
        assertThat(dashboard.targets())
                .allSatisfy(target -> assertThat(Stream.of("bucketAggs", "metrics")
                                .flatMap(
                                        part -> Dashboard.elements(target.json().path(part)).stream())
                                .map(one -> one.path("id").asText()))
                        .as(target.toString())
                        .doesNotHaveDuplicates());
    }

    @Test
    void everyMetricIsOneThatTheJobReports() throws IOException {
        Set<String> known = new TreeSet<>(FLINK);
        for (Field name : Counters.class.getFields()) {
            known.add(OPERATOR + constant(name));
        }
        List<String> expressions = dashboards().stream()
                .flatMap(dashboard -> dashboard.expressions().stream())
                .toList();

        assertThat(expressions)
                .isNotEmpty()
                .allSatisfy(expression -> assertThat(
                                METRIC.matcher(expression).results().map(MatchResult::group))
                        .as(expression)
                        .isNotEmpty()
                        .isSubsetOf(known));
    }

    private static String constant(Field name) {
        try {
            return String.valueOf(name.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void theAddressIsItsOwn(Dashboard dashboard) throws IOException {
        assertThat(Dashboard.all().stream()
                        .filter(other -> other.json()
                                .path("uid")
                                .asText()
                                .equals(dashboard.json().path("uid").asText())))
                .hasSize(1);
    }

    private static Map<String, String> timeFields() throws IOException {
        Map<String, String> fields = new TreeMap<>();
        JsonNode file = new ObjectMapper()
                .valueToTree(new Yaml()
                        .load(Files.readString(Dashboard.FOLDER.resolve("provisioning/datasources/zhiwei.yaml"))));
        for (JsonNode source : file.path("datasources")) {
            if (!source.path("type").asText().equals("elasticsearch")) {
                continue;
            }
            // The query test takes the index by the source's uid.
            assertThat(source.path("uid").asText())
                    .isEqualTo(source.path("jsonData").path("index").asText());
            fields.put(
                    source.path("uid").asText(),
                    source.path("jsonData").path("timeField").asText());
        }
        return fields;
    }

    private static Set<String> mapped(String index) throws IOException {
        JsonNode template = new ObjectMapper()
                .readTree(Home.find().templates().resolve(index + ".json").toFile());
        Set<String> names = new TreeSet<>();
        collect("", template.at("/template/mappings/properties"), names);
        return names;
    }

    private static void collect(String prefix, JsonNode properties, Set<String> names) {
        properties.properties().forEach(entry -> {
            names.add(prefix + entry.getKey());
            collect(prefix + entry.getKey() + ".", entry.getValue().path("properties"), names);
        });
    }

    private static List<String> fields(JsonNode target) {
        List<String> fields = new ArrayList<>();
        target.findValues("field").forEach(field -> fields.add(field.asText()));
        fields.add(target.path("timeField").asText());
        return fields;
    }

    private static List<String> types(JsonNode array) {
        return Dashboard.elements(array).stream()
                .map(one -> one.path("type").asText())
                .toList();
    }
}
