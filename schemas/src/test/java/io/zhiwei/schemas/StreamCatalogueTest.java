package io.zhiwei.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;

class StreamCatalogueTest {

    private static final String GOOD =
            "[{\"topic\": \"food\", \"schema\": \"example.food.FoodSample\", \"id\": \"sampleId\", \"time\": \"sampledAt\"}]";

    @Test
    void knowsTheStreamsOfEveryFileOnTheClassPath() {
        assertThat(EventStream.all())
                .extracting(EventStream::topic)
                .contains("advertisements", "sales", "prescriptions", "registry", "food-samples");
    }

    @Test
    void knowsTheStreamsOfFundRaising() {
        assertThat(EventStream.all())
                .extracting(EventStream::topic)
                .contains(
                        "fund-flows",
                        "investment-contracts",
                        "payouts",
                        "referrals",
                        "enterprise-signs",
                        "fundraising-complaints");
    }

    @Test
    void moneyComesBackToTheFen() throws Exception {
        FundFlow flow = FundFlow.newBuilder()
                .setFlowId("f-1")
                .setTime(java.time.Instant.parse("2026-03-01T08:00:00Z"))
                .setAmountFen(9_007_199_254_740_993L)
                .setDirection(FlowDirection.IN)
                .setFromAgeBand(AgeBand.FROM_60)
                .setMemoTags(List.of("复投"))
                .build();

        FundFlow read =
                MessageReader.<FundFlow>specific(FundFlow.getClassSchema()).read(SingleObject.encode(flow));

        assertThat(read).isEqualTo(flow);
        assertThat(new EventTimeReader(EventStream.ofTopic("fund-flows")).read(SingleObject.encode(flow)))
                .isEqualTo(flow.getTime().toEpochMilli());
    }

    @Test
    void aStreamWithoutAClassIsReadLikeAnyOther() throws Exception {
        // Given
        EventStream stream = EventStream.ofTopic("food-samples");
        GenericRecord sample = new GenericRecordBuilder(stream.schema())
                .set("sampleId", "s-1")
                .set("shop", "城南菜市场")
                .set("sampledAt", 1_767_225_600_000L)
                .set("residues", Map.of("毒死蜱", 0.07))
                .set("labels", List.of("芹菜"))
                .build();
        byte[] message = SingleObject.encode(sample);

        // When
        IndexedRecord read = MessageReader.generic(stream.schema()).read(message);

        // Then
        assertThat(read).isEqualTo(sample);
        assertThat(read.get(stream.idField())).isEqualTo("s-1");
        assertThat(read.get(stream.schema().getField("shop").pos())).isInstanceOf(String.class);
        assertThat(read.get(stream.schema().getField("residues").pos())).isEqualTo(Map.of("毒死蜱", 0.07));
        assertThat(new EventTimeReader(stream).read(message)).isEqualTo(1_767_225_600_000L);
    }

    @Test
    void schemasWithAndWithoutAClassAreWrittenAlike() {
        assertThat(SingleObject.fingerprint(EventStream.ofTopic("sales").schema()))
                .isEqualTo(SingleObject.fingerprint(SaleEvent.getClassSchema()));
        assertThat(EventStream.ofTopic("sales").schema()).isEqualTo(SaleEvent.getClassSchema());
    }

    @Test
    void readsAGoodEntry() {
        assertThat(StreamCatalogue.read(GOOD, "streams.json"))
                .singleElement()
                .satisfies(stream -> assertThat(stream.timeField()).isEqualTo(2));
    }

    @Test
    void saysWhichEntryIsWrongAndWhatWouldBeRight() {
        refuses(GOOD.replace("sampledAt", "sampled"), "streams.json, entry 1", "no field 'sampled'", "sampledAt");
        refuses(GOOD.replace("sampledAt", "shop"), "'shop' of FoodSample is union, needed is long");
        refuses(GOOD.replace("FoodSample", "FoodProbe"), "has no example/food/FoodProbe.avsc", "Put the schema there");
        refuses(GOOD.replace("\"id\"", "\"key\""), "'key' is unknown", "topic, schema, id, time");
        refuses(GOOD.replace("\"topic\": \"food\", ", ""), "'topic' is missing");
        refuses("{}", "is no list");
        refuses("[{\n\"topic\" 1", "streams.json:2 is not JSON");
    }

    private static void refuses(String json, String... parts) {
        assertThatThrownBy(() -> StreamCatalogue.read(json, "streams.json"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(parts);
    }
}
