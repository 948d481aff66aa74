package io.zhiwei.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdverseReactionReportTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T08:00:00Z");

    private final MessageReader<AdverseReactionReport> reader =
            MessageReader.specific(AdverseReactionReport.getClassSchema());

    @Test
    void readsEveryVersionAsItWasWritten() throws Exception {
        AdverseReactionReport first = report(1)
                .setSeriousCodes(List.of(Seriousness.HOSPITALISATION, Seriousness.DEATH))
                .setCausality(Causality.PROBABLE)
                .setCentreCausality(Causality.POSSIBLE)
                .build();
        AdverseReactionReport nullified =
                report(2).setStatus(ReportStatus.NULLIFY).build();

        assertThat(reader.read(SingleObject.encode(first))).isEqualTo(first);
        assertThat(reader.read(SingleObject.encode(nullified))).isEqualTo(nullified);
        assertThat(first.getReportId()).isEqualTo(nullified.getReportId());
    }

    @Test
    void whatIsNotSaidIsUnknown() throws Exception {
        AdverseReactionReport bare = AdverseReactionReport.newBuilder()
                .setReportId("r-1")
                .setVersion(1)
                .setReceiptTime(RECEIVED)
                .build();

        AdverseReactionReport read = reader.read(SingleObject.encode(bare));

        assertThat(read.getStatus()).isEqualTo(ReportStatus.UNKNOWN);
        assertThat(read.getProducts()).isEmpty();
        assertThat(read.getEvents()).isEmpty();
        assertThat(read.getSeriousCodes()).isEmpty();
        assertThat(read.getAgeYears()).isNull();
        assertThat(read.getPregnant()).isNull();
        assertThat(read.getCausality()).isNull();
        assertThat(read.getNarrative()).isNull();
    }

    @Test
    void readsAReportOfThreeThousandProducts() throws Exception {
        AdverseReactionReport large = report(1)
                .setProducts(Collections.nCopies(3_000, product("对乙酰氨基酚")))
                .build();

        assertThat(reader.read(SingleObject.encode(large)).getProducts()).hasSize(3_000);
    }

    @Test
    void refusesAReportThatWasCutAnywhere() {
        byte[] message = SingleObject.encode(report(1).build());
        for (int length = SingleObject.HEADER_LENGTH; length < message.length; length++) {
            byte[] cut = Arrays.copyOf(message, length);
            assertThat(catchThrowableOfType(RefusedMessageException.class, () -> reader.read(cut))
                            .reason())
                    .as("cut to %d", length)
                    .isEqualTo(DeadLetterReason.TRUNCATED);
        }
    }

    @Test
    void theStreamTakesItsTimeFromTheReceipt() throws Exception {
        EventStream stream = EventStream.ofTopic("adverse-reactions");
        byte[] message = SingleObject.encode(report(1).build());

        assertThat(stream.schema()).isEqualTo(AdverseReactionReport.getClassSchema());
        assertThat(new EventTimeReader(stream).read(message)).isEqualTo(RECEIVED.toEpochMilli());
        assertThat(MessageReader.generic(stream.schema()).read(message).get(stream.idField()))
                .isEqualTo("r-1");
    }

    private static AdverseReactionReport.Builder report(long version) {
        return AdverseReactionReport.newBuilder()
                .setReportId("r-1")
                .setVersion(version)
                .setStatus(ReportStatus.NEW)
                .setReceiptTime(RECEIVED)
                .setOnsetTime(RECEIVED.minusSeconds(86_400))
                .setProductKind(ReportedProductKind.DRUG)
                .setSex(Sex.FEMALE)
                .setAgeYears(0.5)
                .setProducts(List.of(product("头孢曲松")))
                .setEvents(List.of(ReportedReaction.newBuilder()
                        .setPt("过敏性休克")
                        .setUnlisted(false)
                        .build()));
    }

    private static ReportedProduct product(String substance) {
        return ReportedProduct.newBuilder()
                .setRole(ProductRole.SUSPECT)
                .setSubstance(substance)
                .setBatchNo("A20260101")
                .setRechallenge(Challenge.NOT_DONE)
                .build();
    }
}
