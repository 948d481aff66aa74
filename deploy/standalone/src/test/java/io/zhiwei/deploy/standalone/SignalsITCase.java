package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.jobs.elasticsearch.SignalDocument;
import io.zhiwei.schemas.AdverseReactionReport;
import io.zhiwei.schemas.EventStream;
import io.zhiwei.schemas.ProductRole;
import io.zhiwei.schemas.ReportStatus;
import io.zhiwei.schemas.ReportedProduct;
import io.zhiwei.schemas.ReportedProductKind;
import io.zhiwei.schemas.ReportedReaction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports in, signals searchable: the signal job beside the warning job, with real Kafka and Elasticsearch. */
class SignalsITCase {

    private static final String TOPIC = "adverse-reactions";
    private static final Instant START = Instant.parse("2026-03-01T16:00:00Z");
    private static final int DAYS = 20;
    private static final String NEWEST = """
            {"size":1,"sort":[{"epoch":"desc"}],"query":{"bool":{"filter":[
              {"term":{"product":"%s"}},{"term":{"event":"%s"}}]}}}""";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aPairIsMeasuredWhileTheWarningJobRuns() throws Exception {
        Stores stores = Stores.empty();
        Servers servers = stores.servers();
        try (Cluster cluster = new Cluster(stores.ports())) {
            servers.startJobs(
                    "--late-bound",
                    RunSession.NEVER_TOO_LATE,
                    "--checkpoints",
                    folder.resolve("checkpoints").toString());
            servers.awaitJob();

            sendReports(stores.ports());
            awaitCount(stores.ports(), cluster, DAYS);

            JsonNode signal = newest(cluster, "甲药", "皮疹");
            assertThat(signal.path("n").asInt()).isEqualTo(DAYS);
            assertThat(signal.path("ic").asDouble()).isPositive();
            assertThat(signal.path("prr").asDouble()).isGreaterThan(1);
            assertThat(newest(cluster, "丙药", "腹泻").isMissingNode()).isTrue();
            assertThat(servers.jobIsAlive()).isTrue();
        } finally {
            servers.killJob();
            Stores.discard();
        }
    }

    private static void sendReports(Ports ports) {
        try (EventSender sender = new EventSender(EventStream.ofTopic(TOPIC), ports.bootstrapServers())) {
            sender.send(report("taken-back", 0, "丙药", "腹泻"));
            AdverseReactionReport takenBack = report("taken-back", 0, "丙药", "腹泻");
            takenBack.setVersion(2);
            takenBack.setStatus(ReportStatus.NULLIFY);
            sender.send(takenBack);
            for (int day = 0; day < DAYS; day++) {
                sender.send(report("a-" + day, day, "甲药", "皮疹"));
                sender.send(report("b-" + day, day, "乙药", "头晕"));
                sender.send(report("c-" + day, day, "乙药", day % 5 == 0 ? "皮疹" : "恶心"));
            }
            sender.flush();
        }
    }

    /** Days go by until the pair is counted: one partition may be read after the others ended the day, for the next day to count. */
    private static void awaitCount(Ports ports, Cluster cluster, int count) {
        AtomicInteger day = new AtomicInteger(DAYS);
        try (EventSender sender = new EventSender(EventStream.ofTopic(TOPIC), ports.bootstrapServers())) {
            await().atMost(Stand.PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
                sender.send(report("later-" + day, day.getAndIncrement(), "乙药", "头晕"));
                sender.flush();
                return newest(cluster, "甲药", "皮疹").path("n").asInt() >= count;
            });
        }
    }

    private static AdverseReactionReport report(String id, int day, String product, String event) {
        return AdverseReactionReport.newBuilder()
                .setReportId(id)
                .setVersion(1)
                .setStatus(ReportStatus.NEW)
                .setReceiptTime(START.plus(Duration.ofHours(24L * day + 2)))
                .setProductKind(ReportedProductKind.DRUG)
                .setProducts(List.of(ReportedProduct.newBuilder()
                        .setRole(ProductRole.SUSPECT)
                        .setSubstance(product)
                        .build()))
                .setEvents(List.of(ReportedReaction.newBuilder().setPt(event).build()))
                .build();
    }

    private static JsonNode newest(Cluster cluster, String product, String event) throws IOException {
        cluster.refresh(SignalDocument.INDEX);
        String answer = cluster.search(SignalDocument.INDEX, String.format(NEWEST, product, event));
        return new ObjectMapper().readTree(answer).at("/hits/hits/0/_source");
    }
}
