package io.zhiwei.jobs.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.jobs.stream.Refusals;
import io.zhiwei.jobs.stream.Stage;
import io.zhiwei.jobs.testing.Ads;
import io.zhiwei.jobs.testing.Alerts;
import io.zhiwei.schemas.Alert;
import io.zhiwei.schemas.DeadLetter;
import io.zhiwei.schemas.DeadLetterReason;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AlertDocumentTest {

    @Test
    void takesIdAndVersionFromTheAlert() {
        DocumentWrite write = AlertDocument.ofAlerts().of(Alerts.alert("alert-7", 12));

        assertThat(write.index()).isEqualTo("zhiwei-alerts");
        assertThat(write.id()).isEqualTo("alert-7");
        assertThat(write.version()).isEqualTo(12);
    }

    @Test
    void writesTheFieldsUnderTheirOwnNames() throws IOException {
        JsonNode document = json(AlertDocument.ofAlerts().of(Alerts.alert("alert-7", 12)));

        assertThat(document.at("/model/id").asText()).isEqualTo("word-watch");
        assertThat(document.at("/level").asText()).isEqualTo("YELLOW");
        assertThat(document.at("/score").asDouble()).isEqualTo(41.5);
        assertThat(document.at("/firstSeen").asText()).isEqualTo("2026-03-04T02:00:00Z");
        assertThat(document.at("/location/lat").asDouble()).isEqualTo(30.51);
        assertThat(document.at("/findings/0/evidence/0/excerpt").asText()).isEqualTo("包治百病");
        assertThat(document.at("/findings/0/evidence/0/highlights/0/end").asInt())
                .isEqualTo(4);
        assertThat(document.at("/occurrences").isIntegralNumber()).isTrue();
    }

    @Test
    void leavesOutWhatIsUnknown() throws IOException {
        // Given
        Alert alert = Alerts.alert("alert-7", 1);
        alert.setRegion(null);
        alert.setLocation(null);

        // When
        JsonNode document = json(AlertDocument.ofAlerts().of(alert));

        // Then
        assertThat(document.has("region")).isFalse();
        assertThat(document.has("location")).isFalse();
    }

    @Test
    void leavesTheMessageOfADeadLetterOnItsTopic() throws IOException {
        // Given
        DeadLetter letter =
                Refusals.ofRecord(Ads.message(7, new byte[] {1, 2}), Stage.DECODE, DeadLetterReason.MALFORMED, "why");

        // When
        DocumentWrite write = DeadLetterDocument.of(letter);

        // Then
        assertThat(write.id()).isEqualTo("advertisements-0-7-decode");
        assertThat(json(write).has("payload")).isFalse();
        assertThat(json(write).at("/reason").asText()).isEqualTo("MALFORMED");
    }

    @Test
    void tellsApartDeadLettersWithoutAPosition() {
        DeadLetter one = Refusals.ofOther("x", Stage.ASSESS, DeadLetterReason.TOO_LATE, "one", new byte[0]);
        DeadLetter two = Refusals.ofOther("x", Stage.ASSESS, DeadLetterReason.TOO_LATE, "two", new byte[0]);

        assertThat(DeadLetterDocument.of(one).id())
                .isNotEqualTo(DeadLetterDocument.of(two).id());
    }

    private static JsonNode json(DocumentWrite write) throws IOException {
        return new ObjectMapper().readTree(write.json());
    }
}
