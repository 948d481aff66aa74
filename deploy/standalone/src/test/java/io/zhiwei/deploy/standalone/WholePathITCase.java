package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.zhiwei.schemas.Alert;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events in, alert documents out, with real Kafka, Flink and Elasticsearch. */
class WholePathITCase {

    @Test
    void everyAlertOfTheTopicIsADocumentUnderItsIdInItsRevision() throws Exception {
        UndisturbedRun run = UndisturbedRun.get();

        Map<String, JsonNode> documents = run.documents();

        assertThat(run.results().alerts()).hasSizeGreaterThan(100);
        assertThat(run.results().undelivered()).isEmpty();
        assertThat(documents).hasSameSizeAs(run.results().alerts());
        for (Alert alert : run.results().alerts()) {
            JsonNode document = documents.getOrDefault(alert.getAlertId(), MissingNode.getInstance());
            assertThat(document.path("_version").asLong())
                    .as(alert.getAlertId())
                    .isEqualTo(alert.getRevision());
            assertThat(document.at("/_source/revision").asLong()).isEqualTo(alert.getRevision());
            assertThat(document.at("/_source/level").asText())
                    .isEqualTo(alert.getLevel().name());
        }
    }

    @Test
    void everyAlertExplainsItself() throws Exception {
        UndisturbedRun run = UndisturbedRun.get();

        assertThat(run.results().alerts()).allSatisfy(alert -> {
            assertThat(alert.getFindings()).isNotEmpty();
            assertThat(alert.getFindings()).allSatisfy(finding -> {
                assertThat(finding.getLegalBasis()).isNotEmpty();
                assertThat(finding.getEvidence()).isNotEmpty();
            });
        });
    }

    @Test
    void nothingIsRefused() throws Exception {
        assertThat(UndisturbedRun.get().results().letters()).isEmpty();
    }
}
