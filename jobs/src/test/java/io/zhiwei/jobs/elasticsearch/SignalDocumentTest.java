package io.zhiwei.jobs.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhiwei.schemas.Signal;
import io.zhiwei.schemas.SignalWindow;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalDocumentTest {

    private static final Instant EPOCH = Instant.parse("2026-03-01T15:59:59.999Z");

    @Test
    void takesIdAndVersionFromPairAndEpoch() {
        DocumentWrite write = SignalDocument.of(signal());

        assertThat(write.index()).isEqualTo("zhiwei-signals");
        assertThat(write.id()).isEqualTo("s-1");
        assertThat(write.version()).isEqualTo(EPOCH.toEpochMilli());
    }

    @Test
    void writesWhatIsKnownAndLeavesOutTheRest() throws IOException {
        JsonNode document =
                new ObjectMapper().readTree(SignalDocument.of(signal()).json());

        assertThat(document.at("/epoch").asText()).isEqualTo("2026-03-01T15:59:59.999Z");
        assertThat(document.at("/day").asText()).isEqualTo("2026-03-01");
        assertThat(document.at("/n").isIntegralNumber()).isTrue();
        assertThat(document.at("/theta").size()).isEqualTo(5);
        assertThat(document.at("/criteria/0").asText()).isEqualTo("IC");
        assertThat(document.at("/ninetyDays/n").asDouble()).isEqualTo(2);
        assertThat(document.has("prr")).isFalse();
        assertThat(document.has("thetaEpoch")).isFalse();
    }

    private static Signal signal() {
        SignalWindow window = SignalWindow.newBuilder()
                .setN(2)
                .setProductReports(3)
                .setEventReports(2)
                .setReports(10)
                .setExpected(0.6)
                .setIc(1.2)
                .setIc025(-1.4)
                .setIc975(2.6)
                .build();
        return Signal.newBuilder()
                .setSignalId("s-1")
                .setPopulation("DRUG")
                .setProduct("A")
                .setEvent("X")
                .setEpoch(EPOCH)
                .setDay(LocalDate.of(2026, 3, 1))
                .setN(2)
                .setProductReports(3)
                .setEventReports(2)
                .setReports(10)
                .setExpected(0.6)
                .setIc(1.2)
                .setIc025(-1.4)
                .setIc975(2.6)
                .setEbgm(1.5)
                .setEb05(0.7)
                .setEb95(3.1)
                .setTheta(List.of(0.2, 0.06, 1.4, 1.8, 0.1))
                .setCriteria(List.of("IC"))
                .setFiveYears(window)
                .setTwelveMonths(window)
                .setNinetyDays(window)
                .setDecayed(window)
                .build();
    }
}
