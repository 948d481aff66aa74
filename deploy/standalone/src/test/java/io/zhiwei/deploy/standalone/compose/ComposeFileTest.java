package io.zhiwei.deploy.standalone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.console.Console;
import io.zhiwei.console.ConsoleSettings;
import io.zhiwei.jobs.signal.SignalConfig;
import io.zhiwei.jobs.signal.SignalJob;
import io.zhiwei.jobs.warning.WarningConfig;
import io.zhiwei.jobs.warning.WarningJob;
import io.zhiwei.schemas.EventStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** No container runs here: what can be wrong without one is checked. */
class ComposeFileTest {

    private static final Path HOME = Path.of(System.getProperty("zhiwei.home"));
    private static final Path FOLDER = HOME.resolve("deploy/compose");
    private static final Pattern OWN_IMAGE = Pattern.compile("[^:]+:v?\\d+(\\.\\d+)+");

    private static Map<String, JsonNode> services = Map.of();
    private static JsonNode file = new ObjectMapper().createObjectNode();

    @BeforeAll
    static void read() throws IOException {
        file = new ObjectMapper().valueToTree(new Yaml().load(Files.readString(FOLDER.resolve("compose.yaml"))));
        Map<String, JsonNode> all = new TreeMap<>();
        file.path("services").properties().forEach(one -> all.put(one.getKey(), one.getValue()));
        services = all;
    }

    @Test
    void everythingThatARunNeedsIsThere() {
        assertThat(services.keySet())
                .contains("kafka", "elasticsearch", "topics", "templates", "job", "console", "grafana");
    }

    @Test
    void imagesHaveTheVersionsOfTheBuildAndNoneIsTheLatest() throws IOException {
        String pom = Files.readString(HOME.resolve("pom.xml"));
        services.values().stream()
                .filter(one -> one.has("image"))
                .forEach(one -> assertThat(image(one)).matches(OWN_IMAGE));

        for (String service : List.of("kafka", "topics")) {
            assertThat(image(service(service))).endsWith(":" + property(pom, "kafka.version"));
        }
        for (String service : List.of("elasticsearch", "templates")) {
            assertThat(image(service(service))).endsWith(":" + property(pom, "elasticsearch.version"));
        }
    }

    @Test
    void onlyThisHostReachesThePorts() {
        services.forEach((name, service) -> texts(service.path("ports"))
                .forEach(port -> assertThat(port).as(name).startsWith("127.0.0.1:")));
    }

    @Test
    void everyFileThatIsMountedExistsAndEveryVolumeIsNamed() {
        services.forEach((name, service) -> texts(service.path("volumes")).forEach(volume -> {
            String source = volume.substring(0, volume.indexOf(':'));
            if (source.startsWith(".")) {
                assertThat(FOLDER.resolve(source)).as(name).exists();
            } else {
                assertThat(file.path("volumes").has(source)).as(volume).isTrue();
            }
        }));
    }

    @Test
    void everyServiceThatAnotherWaitsForIsThereAndCanBeWaitedFor() {
        services.forEach((name, service) -> service.path("depends_on")
                .properties()
                .forEach(other -> {
                    assertThat(services).as(name).containsKey(other.getKey());
                    String condition = other.getValue().path("condition").asText();
                    JsonNode awaited = service(other.getKey());
                    switch (condition) {
                        case "service_healthy" ->
                            assertThat(awaited.has("healthcheck")).isTrue();
                        case "service_completed_successfully" ->
                            assertThat(awaited.path("restart").asText()).isEqualTo("no");
                        default -> throw new AssertionError(name + " waits for " + condition);
                    }
                }));
    }

    @Test
    void theJobUnderstandsItsArguments() {
        WarningConfig config =
                WarningConfig.parse(texts(service("job").path("command")).toArray(String[]::new));

        assertThat(config.bootstrapServers()).isEqualTo("kafka:9092");
        assertThat(config.elasticsearch()).hasToString("http://elasticsearch:9200");
        assertThat(config.metricsPort()).isEqualTo(9249);
    }

    @Test
    void theSignalJobUnderstandsItsArguments() {
        SignalConfig config =
                SignalConfig.parse(texts(service("signals").path("command")).toArray(String[]::new));

        assertThat(config.bootstrapServers()).isEqualTo("kafka:9092");
        assertThat(config.elasticsearch()).hasToString("http://elasticsearch:9200");
        assertThat(config.metricsPort()).isEqualTo(9249);
    }

    @Test
    void theConsoleUnderstandsItsSettings() {
        Set<String> known = new TreeSet<>(Set.of("SERVER_ADDRESS"));
        Arrays.stream(ConsoleSettings.class.getRecordComponents())
                .map(component -> "ZHIWEI_" + component.getName().toUpperCase(Locale.ROOT))
                .forEach(known::add);

        // In the environment Spring writes names without their dashes.
        assertThat(service("console").path("environment").properties())
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(known).contains(setting.getKey()));
    }

    @Test
    void theImagesStartClassesThatExistFromModulesThatExist() throws IOException {
        String dockerfile = Files.readString(FOLDER.resolve("Dockerfile"));

        assertThat(dockerfile).contains(WarningJob.class.getName(), SignalJob.class.getName(), Console.class.getName());
        assertThat(Stream.of("job", "signals", "console")
                        .map(name -> service(name).path("build").path("target").asText()))
                .allSatisfy(target -> assertThat(dockerfile).contains(" AS " + target + "\n"));
        Matcher modules =
                Pattern.compile("/zhiwei/([a-z/]+?)(?:/target/\\w+)? ").matcher(dockerfile);
        assertThat(modules.results().map(one -> HOME.resolve(one.group(1))))
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(module -> assertThat(module).exists());
    }

    @Test
    void everyTopicOfEveryStreamIsCreatedOnce(@TempDir Path programs) throws Exception {
        Path kafka = Files.writeString(programs.resolve("kafka-topics.sh"), "#!/bin/sh\necho \"$@\"\n");
        assertThat(kafka.toFile().setExecutable(true)).isTrue();
        ProcessBuilder script = new ProcessBuilder(
                "bash",
                FOLDER.resolve("topics.sh").toString(),
                "kafka:9092",
                HOME.resolve("schemas/src/main/resources/io/zhiwei/schemas/streams.json")
                        .toString());
        script.environment().put("KAFKA_TOPICS", kafka.toString());
        List<String> asked = output(script).lines().toList();

        List<String> topics = asked.stream()
                .map(line -> line.replaceAll(".* --topic (\\S+) .*", "$1"))
                .toList();
        Set<String> wanted =
                new TreeSet<>(EventStream.all().stream().map(EventStream::topic).toList());
        wanted.addAll(List.of("dispositions", "model-updates", "alerts", "dead-letters", "model-replies", "audit"));
        assertThat(topics).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(asked).allMatch(line -> line.startsWith("--bootstrap-server kafka:9092 --create --if-not-exists"));
        assertThat(asked.stream().filter(line -> line.contains("cleanup.policy=compact")))
                .hasSize(3);
    }

    @Test
    void everyTemplateIsPutAndItsFieldsGoToIndicesThatAreThere(@TempDir Path programs) throws Exception {
        ProcessBuilder script = templates(programs, "200");

        output(script);

        for (Path file : templateFiles()) {
            JsonNode template = new ObjectMapper().readTree(file.toFile());
            String name = file.getFileName().toString().replace(".json", "");
            assertThat(texts(template.path("index_patterns"))).containsExactly(name + "*");
            assertThat(sent(programs, "_index_template/" + name)).isEqualTo(template);
            assertThat(sent(programs, name)).as("no index was there").isEmpty();
            assertThat(sent(programs, name + "*/_mapping"))
                    .isEqualTo(template.path("template").path("mappings"));
        }
    }

    @Test
    void aRefusedTemplateIsToldWithItsReasonAndTheOthersArePut(@TempDir Path programs) throws Exception {
        Process process = templates(programs, "400").redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        for (Path file : templateFiles()) {
            String name = file.getFileName().toString().replace(".json", "");
            assertThat(said).contains("Elasticsearch refuses _index_template/" + name + ": {\"answer\":400}");
        }
    }

    private static List<Path> templateFiles() throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve("deploy/elasticsearch"))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    /** The script before a curl that knows no index, answers everything else alike, and keeps what is sent. */
    private static ProcessBuilder templates(Path programs, String status) throws IOException {
        Path curl = Files.writeString(programs.resolve("curl"), """
                #!/bin/bash
                address="${@: -1}"
                [[ "$*" != *" -I "* ]] || exit 22
                name="${address#http://elasticsearch:9200/}"
                cat > "$SENT/${name//\\//|}"
                printf '{"answer":%s}\n%s' "$STATUS" "$STATUS"
                """);
        assertThat(curl.toFile().setExecutable(true)).isTrue();
        ProcessBuilder script = new ProcessBuilder(
                "bash",
                FOLDER.resolve("templates.sh").toString(),
                "http://elasticsearch:9200",
                HOME.resolve("deploy/elasticsearch").toString());
        script.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        script.environment().put("SENT", programs.toString());
        script.environment().put("STATUS", status);
        return script;
    }

    private static JsonNode sent(Path programs, String name) throws IOException {
        return new ObjectMapper()
                .readTree(programs.resolve(name.replace("/", "|")).toFile());
    }

    @Test
    void theScriptsAreScripts() throws Exception {
        for (String script : List.of("topics.sh", "templates.sh")) {
            assertThat(output(new ProcessBuilder(
                            "bash", "-n", FOLDER.resolve(script).toString())))
                    .isEmpty();
        }
    }

    @Test
    void grafanaKnowsWhereItsSourcesAre() throws IOException {
        String sources = Files.readString(HOME.resolve("deploy/grafana/provisioning/datasources/zhiwei.yaml"));
        JsonNode given = service("grafana").path("environment");

        assertThat(Pattern.compile("\\$\\{(\\w+)}").matcher(sources).results().map(one -> one.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(given.has(name)).as(name).isTrue());
        assertThat(texts(service("grafana").path("volumes")))
                .anyMatch(volume -> volume.contains(":/etc/grafana/provisioning"));
    }

    private static JsonNode service(String name) {
        JsonNode service = services.get(name);
        if (service == null) {
            throw new AssertionError("there is no service " + name);
        }
        return service;
    }

    private static String image(JsonNode service) {
        return service.path("image").asText();
    }

    private static String property(String pom, String name) {
        Matcher value = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(pom);
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }

    private static String output(ProcessBuilder script) throws IOException, InterruptedException {
        Process process = script.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
