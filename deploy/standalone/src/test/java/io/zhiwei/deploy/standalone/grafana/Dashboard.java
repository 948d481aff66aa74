package io.zhiwei.deploy.standalone.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dashboard file.
 *
 * @param file its name
 * @param json its content
 */
record Dashboard(String file, JsonNode json) {

    static final Path FOLDER = Path.of(System.getProperty("zhiwei.home"), "deploy", "grafana");

    /** One query of one panel. */
    record Target(String panel, JsonNode json) {

        String index() {
            return json.path("datasource").path("uid").asText();
        }

        @Override
        public String toString() {
            return panel + " " + json.path("refId").asText();
        }
    }

    static List<Dashboard> all() throws IOException {
        List<Dashboard> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("dashboards"))) {
            for (Path file : files.sorted().toList()) {
                all.add(new Dashboard(file.getFileName().toString(), new ObjectMapper().readTree(file.toFile())));
            }
        }
        return all;
    }

    List<JsonNode> panels() {
        return elements(json.path("panels"));
    }

    /** Returns the queries to Elasticsearch. */
    List<Target> targets() {
        return targets("elasticsearch");
    }

    /** Returns the queries to Prometheus, in PromQL. */
    List<String> expressions() {
        return targets("prometheus").stream()
                .map(target -> target.json().path("expr").asText())
                .toList();
    }

    private List<Target> targets(String type) {
        return panels().stream()
                .flatMap(panel -> elements(panel.path("targets")).stream()
                        .map(target ->
                                new Target(file + ": " + panel.path("title").asText(), target)))
                .filter(target ->
                        target.json().path("datasource").path("type").asText().equals(type))
                .toList();
    }

    /** Returns the variables that Elasticsearch is asked for. */
    List<JsonNode> variables() {
        return elements(json.path("templating").path("list")).stream()
                .filter(variable -> variable.path("type").asText().equals("query"))
                .toList();
    }

    static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }
}
